//! Names that another run would not make again.

/// Whether a file name has a part that looks made up: what mkstemp(3) and its kin put in, a hash, a process id.
///
/// `temporary`: the file lies where temporary files are made, where less is proof enough.
pub(super) fn is_made_up(name: &[u8], temporary: bool) -> bool {
    let name = name.strip_prefix(b".").unwrap_or(name);
    // tmp.1aB2cD, tmpx_3k9q2m, sedAbCdEf: mktemp(1), Python's tempfile, sed -i.
    let after = |prefix: &[u8]| {
        let rest = name.strip_prefix(prefix)?;
        let rest = rest.iter().skip_while(|byte| matches!(byte, b'.' | b'-' | b'_'));
        Some(rest.take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count())
    };
    after(b"tmp").is_some_and(|length| length >= 6)
        || (after(b"sed") == Some(6) && name.len() == 9)
        || name.split(|byte| !byte.is_ascii_alphanumeric()).any(|word| looks_random(word, temporary))
}

/// What a made-up name begins with in every run, if anything.
pub(super) fn fixed_part(name: &[u8]) -> &[u8] {
    if let Some(prefix) = [&b"tmp"[..], b".tmp", b"sed"].into_iter().find(|prefix| name.starts_with(prefix)) {
        return &name[..prefix.len()];
    }
    let end = name.iter().rposition(|byte| matches!(byte, b'.' | b'-' | b'_')).map_or(0, |at| at + 1);
    &name[..end]
}

fn looks_random(word: &[u8], temporary: bool) -> bool {
    let digits = word.iter().filter(|byte| byte.is_ascii_digit()).count();
    if digits == word.len() {
        return digits >= if temporary { 3 } else { 8 };
    }
    let hexadecimal = word.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if hexadecimal && word.len() >= 8 && digits > 0 {
        return true;
    }
    // CamelCase changes its case, too.
    let letters = |byte: &u8| if temporary { u8::from(byte.is_ascii_uppercase()) } else { 0 };
    let kind = |byte: &u8| if byte.is_ascii_digit() { 2 } else { letters(byte) };
    let changes = word.windows(2).filter(|pair| kind(&pair[0]) != kind(&pair[1])).count();
    word.len() >= 6 && changes >= 2
}

/// A path of /proc with the numbers of processes and threads as patterns: their numbers change. `None` for others.
pub(super) fn any_process(path: &[u8]) -> Option<String> {
    let mut parts = path.strip_prefix(b"/proc/")?.split(|byte| *byte == b'/').peekable();
    let is_number = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    if !is_number(parts.next()?) {
        return None;
    }
    let mut pattern = String::from("/proc/[0-9]*");
    let mut thread = false;
    for part in parts {
        pattern.push('/');
        if thread && is_number(part) {
            pattern.push_str("[0-9]*");
        } else {
            pattern.push_str(&callgate_policy::literal(part));
        }
        thread = part == b"task";
    }
    Some(pattern)
}

#[cfg(test)]
mod tests {
    use super::{any_process, fixed_part, is_made_up};

    #[test]
    fn made_up_names() {
        for name in [
            "tmp.5UwcSkrw0X",
            "tmpab12cd34",
            "tmpabcdefgh",
            "sedAbCdEf",
            "ccJ4kL2p.o",
            ".goutputstream-1B2C3D",
            "libfoo-0123456789abcdef.rlib",
            "0123456789abcdef0123456789abcdef01234567",
            "9f86d081-84c5-4d63-a6f0-0a1b2c3d4e5f",
            "module.cpython-311.pyc.140234234234",
            "pip-unpack-x1y2z3ab",
            "tmpab_cdefg",
        ] {
            assert!(is_made_up(name.as_bytes(), false), "{name}");
        }
        for name in ["pip-build-12345", "sock.4711", "ccJqkLxp.s", "dbus-kXqRtBlM"] {
            assert!(is_made_up(name.as_bytes(), true) && !is_made_up(name.as_bytes(), false), "{name}");
        }
    }

    #[test]
    fn names_of_every_run() {
        for name in [
            "README.md",
            "Makefile",
            "python3.11",
            "libc.so.6",
            "x86_64-linux-gnu",
            "report-2024.txt",
            "utf8.txt",
            "setup.py",
            "CMakeLists.txt",
            "sedation",
            "template.html",
            "a",
            "",
            "node_modules",
            "deadbeef",
        ] {
            assert!(!is_made_up(name.as_bytes(), false), "{name}");
        }
        assert_eq!(fixed_part(b"dbus-AbC123"), b"dbus-");
        assert_eq!(fixed_part(b"ccAbC123"), b"");
        assert_eq!(fixed_part(b"tmpab_cdefg"), b"tmp");
    }

    #[test]
    fn processes() {
        assert_eq!(any_process(b"/proc/12/status").as_deref(), Some("/proc/[0-9]*/status"));
        assert_eq!(any_process(b"/proc/12").as_deref(), Some("/proc/[0-9]*"));
        assert_eq!(any_process(b"/proc/1/task/2/comm").as_deref(), Some("/proc/[0-9]*/task/[0-9]*/comm"));
        assert_eq!(any_process(b"/proc/1/fd/2").as_deref(), Some("/proc/[0-9]*/fd/2"));
        assert_eq!(any_process(b"/proc/cpuinfo"), None);
        assert_eq!(any_process(b"/procs/1"), None);
    }
}
