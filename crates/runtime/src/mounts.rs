//! Where file systems are mounted (proc(5), `/proc/PID/mountinfo`).

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

/// The mount points of these kinds of file systems (`proc`, `devpts`); `None` when that cannot be told.
pub(crate) fn of_kinds(kinds: &[&[u8]]) -> Option<Vec<PathBuf>> {
    let mounts = std::fs::read("/proc/self/mountinfo").ok()?;
    let lines = mounts.split(|byte| *byte == b'\n');
    Some(lines.filter_map(|line| kinds.iter().find_map(|kind| point(line, kind))).collect())
}

/// The mount point of a line, if it is of that kind: the fifth field, octal escapes in it; the kind is the first field
/// after the dash.
fn point(line: &[u8], kind: &[u8]) -> Option<PathBuf> {
    let mut fields = line.split(|byte| *byte == b' ');
    let point = fields.nth(4)?;
    fields.find(|field| *field == b"-")?;
    (fields.next()? == kind).then(|| PathBuf::from(OsStr::from_bytes(&unescaped(point))))
}

fn unescaped(field: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(field.len());
    let mut rest = field;
    while let Some((&byte, after)) = rest.split_first() {
        let octal = after.get(..3).and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(escaped) =
            octal.and_then(|digits| u8::from_str_radix(digits, 8).ok()).filter(|_| byte == b'\\')
        {
            bytes.push(escaped);
            rest = &after[3..];
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::point;
    use std::path::PathBuf;

    #[test]
    fn points() {
        let line = b"22 1 0:21 / /a\\040b/proc rw,relatime shared:5 - proc proc rw";
        assert_eq!(point(line, b"proc"), Some(PathBuf::from("/a b/proc")));
        assert_eq!(point(b"22 1 0:21 / /x rw - tmpfs proc rw", b"proc"), None);
        assert_eq!(point(b"", b"proc"), None);
    }
}
