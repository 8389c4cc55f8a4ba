//! Paths that can be judged as they are written.

use std::borrow::Cow;

/// The resolved form of an absolute path without `.`, `..` or a trailing slash, doubled slashes folded,
/// provided that no component is a symlink, which the caller has the kernel check
/// (`RESOLVE_NO_SYMLINKS`). `None` when the path has to be walked.
pub fn plain(path: &[u8]) -> Option<Cow<'_, [u8]>> {
    if path.first() != Some(&b'/') || path.last() == Some(&b'/') {
        return None;
    }
    let mut doubled = false;
    for component in path[1..].split(|byte| *byte == b'/') {
        match component {
            b"" => doubled = true,
            b"." | b".." => return None,
            _ => {}
        }
    }
    if !doubled {
        return Some(Cow::Borrowed(path));
    }
    let mut folded = Vec::with_capacity(path.len());
    for component in path.split(|byte| *byte == b'/').filter(|component| !component.is_empty()) {
        folded.push(b'/');
        folded.extend_from_slice(component);
    }
    Some(Cow::Owned(folded))
}

/// Whether a relative path is plain too: without `..`, and with a name at its end.
pub fn is_plain_below(path: &[u8]) -> bool {
    let mut components = path.split(|byte| *byte == b'/');
    path.first() != Some(&b'/')
        && !matches!(components.next_back(), None | Some(b"" | b"." | b".."))
        && components.all(|component| component != b"..")
}

/// What such a path names in the folder of this name, under the same condition.
pub fn below(folder: &[u8], path: &[u8]) -> Vec<u8> {
    let mut resolved = Vec::with_capacity(folder.len() + 1 + path.len());
    if folder != b"/" {
        resolved.extend_from_slice(folder);
    }
    for name in path.split(|byte| *byte == b'/').filter(|component| !matches!(*component, b"" | b".")) {
        resolved.push(b'/');
        resolved.extend_from_slice(name);
    }
    resolved
}

/// `folder` and a name in it as one path.
pub fn join(folder: &[u8], name: &[u8]) -> Vec<u8> {
    let mut path = Vec::with_capacity(folder.len() + 1 + name.len());
    path.extend_from_slice(folder);
    if path.last() != Some(&b'/') {
        path.push(b'/');
    }
    path.extend_from_slice(name);
    path
}

#[cfg(test)]
mod tests {
    use super::{below, is_plain_below, join, plain};

    #[test]
    fn plain_paths_only() {
        assert_eq!(plain(b"/a/b").as_deref(), Some(&b"/a/b"[..]));
        assert_eq!(plain(b"//a///b").as_deref(), Some(&b"/a/b"[..]));
        assert_eq!(plain(b"/a/..b/.c").as_deref(), Some(&b"/a/..b/.c"[..]));
        for path in [&b"a/b"[..], b"", b"/", b"/a/", b"/a/./b", b"/a/../b", b"/..", b"/a/b/."] {
            assert_eq!(plain(path), None, "{}", String::from_utf8_lossy(path));
        }
    }

    #[test]
    fn relative_paths() {
        for (folder, path, resolved) in
            [("/a", "b", "/a/b"), ("/", "b/c", "/b/c"), ("/a", "./b//./.c", "/a/b/.c")]
        {
            assert!(is_plain_below(path.as_bytes()), "{path}");
            assert_eq!(below(folder.as_bytes(), path.as_bytes()), resolved.as_bytes());
        }
        for path in ["", "/b", "b/", ".", "b/.", "..", "b/..", "../b", "./"] {
            assert!(!is_plain_below(path.as_bytes()), "{path}");
        }
    }

    #[test]
    fn joins_below_the_root_too() {
        assert_eq!(join(b"/", b"a"), b"/a");
        assert_eq!(join(b"/a", b"b"), b"/a/b");
    }
}
