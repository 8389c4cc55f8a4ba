//! Bytes of the target in JSON: file names and arguments need not be UTF-8.

use callgate_policy::{Object, Transport};
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};
use std::ffi::{OsStr, OsString};
use std::fmt::{self, Write};
use std::net::SocketAddr;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::Path;

/// A file name, an argument or an address as bytes.
///
/// In JSON it is a string, escaped so that nothing is lost: text stays as it is, a backslash becomes
/// two, and a byte that is not part of valid UTF-8 becomes `\xNN` with two lower-case hex digits. (JSON
/// doubles the backslashes once more.) Reading reverses it exactly.
///
/// `Display` is for terminals, and cannot be reversed: control characters and characters that change
/// the writing direction are escaped too, backslashes are not.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Bytes(pub Vec<u8>);

impl Bytes {
    /// The reversible escape that JSON uses.
    pub fn escaped(&self) -> String {
        let mut out = String::with_capacity(self.0.len());
        for chunk in self.0.utf8_chunks() {
            for c in chunk.valid().chars() {
                if c == '\\' {
                    out.push('\\');
                }
                out.push(c);
            }
            for byte in chunk.invalid() {
                let _ = write!(out, "\\x{byte:02x}");
            }
        }
        out
    }

    /// The bytes of an escaped text; `None` when a backslash is followed by neither a backslash nor
    /// `x` and two hex digits.
    pub fn unescape(text: &str) -> Option<Bytes> {
        let mut out = Vec::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('\\') {
            out.extend_from_slice(&rest.as_bytes()[..at]);
            let escape = &rest[at + 1..];
            if let Some(after) = escape.strip_prefix('\\') {
                out.push(b'\\');
                rest = after;
            } else {
                let digits = escape.strip_prefix('x')?;
                let byte = digits.get(..2).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?;
                out.push(u8::from_str_radix(byte, 16).ok()?);
                rest = &digits[2..];
            }
        }
        out.extend_from_slice(rest.as_bytes());
        Some(Bytes(out))
    }

    /// The last component of a path, for naming a program.
    #[must_use]
    pub fn file_name(&self) -> Bytes {
        let name = self.0.rsplit(|b| *b == b'/').next().unwrap_or_default();
        Bytes(name.to_vec())
    }
}

impl From<&Object> for Bytes {
    /// As the policy language writes the object, but with the bytes of paths unescaped.
    fn from(object: &Object) -> Bytes {
        let prefixed = |prefix: &str, bytes: &[u8]| Bytes([prefix.as_bytes(), bytes].concat());
        match object {
            Object::Path(path) => Bytes(path.clone()),
            Object::Inet(transport, ip, port) => {
                let transport = match transport {
                    Transport::Tcp => "tcp",
                    Transport::Udp => "udp",
                };
                Bytes(format!("{transport}:{}", SocketAddr::new(*ip, *port)).into_bytes())
            }
            Object::UnixPath(path) => prefixed("unix:", path),
            Object::UnixAbstract(name) => prefixed("unix:@", name),
        }
    }
}

impl From<&[u8]> for Bytes {
    fn from(bytes: &[u8]) -> Bytes {
        Bytes(bytes.to_vec())
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Bytes {
        Bytes(bytes)
    }
}

impl From<&str> for Bytes {
    fn from(text: &str) -> Bytes {
        Bytes(text.as_bytes().to_vec())
    }
}

impl From<OsString> for Bytes {
    fn from(text: OsString) -> Bytes {
        Bytes(text.into_vec())
    }
}

impl From<&OsStr> for Bytes {
    fn from(text: &OsStr) -> Bytes {
        Bytes(text.as_bytes().to_vec())
    }
}

impl From<&Path> for Bytes {
    fn from(path: &Path) -> Bytes {
        path.as_os_str().into()
    }
}

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_printable(f, &self.0)
    }
}

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{self}\"")
    }
}

/// Writes bytes so that they can neither move a terminal's cursor nor pretend to be other text.
fn write_printable(f: &mut fmt::Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            if is_unprintable(c) {
                write!(f, "{}", c.escape_default())?;
            } else {
                f.write_char(c)?;
            }
        }
        for byte in chunk.invalid() {
            write!(f, "\\x{byte:02x}")?;
        }
    }
    Ok(())
}

/// Control characters, and the format characters that reorder or hide text (the "Trojan source" set
/// and the line separators).
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Text for a terminal, escaped like [`Bytes`]' `Display`: a decoded argument may hold a file name.
pub fn printable(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        if is_unprintable(c) {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
        out
    })
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.escaped())
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Bytes, D::Error> {
        let text = String::deserialize(deserializer)?;
        Bytes::unescape(&text).ok_or_else(|| D::Error::custom("a backslash must be followed by \\ or xNN"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_survives_json() {
        let all: Vec<u8> = (0..=255).collect();
        let tricky = [&all[..], b"\\x41\\", "ü\u{202e}".as_bytes(), &[0xe2, 0x80], b"\\", b"x"].concat();
        for bytes in [tricky, all, Vec::new(), b"/plain/name".to_vec()] {
            let json = serde_json::to_string(&Bytes(bytes.clone())).unwrap();
            assert_eq!(serde_json::from_str::<Bytes>(&json).unwrap().0, bytes);
        }
    }

    #[test]
    fn plain_text_stays_plain() {
        assert_eq!(Bytes::from("/home/ü/a b").escaped(), "/home/ü/a b");
        assert_eq!(Bytes(b"a\xff\\b".to_vec()).escaped(), "a\\xff\\\\b");
    }

    #[test]
    fn a_bad_escape_is_an_error() {
        for text in ["\\", "\\q", "\\x", "\\x4", "\\xg0", "\\x+1"] {
            assert_eq!(Bytes::unescape(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_cannot_write_to_a_terminal() {
        let name = Bytes(b"\x1b[2J\nrm\r\x7f\xc2\x9b\xe2\x80\xae\xff".to_vec());
        let shown = name.to_string();
        assert!(shown.bytes().all(|b| (0x20..0x7f).contains(&b)), "{shown}");
        assert_eq!(printable("a\u{1b}b"), "a\\u{1b}b");
    }

    #[test]
    fn objects_are_written_as_in_policies() {
        let object = Object::inet(Transport::Tcp, "[::1]:80".parse().unwrap());
        assert_eq!(Bytes::from(&object).to_string(), "tcp:[::1]:80");
        assert_eq!(Bytes::from(&Object::UnixAbstract(b"x".to_vec())).to_string(), "unix:@x");
        assert_eq!(Bytes::from(&Object::UnixPath(b"/\xff".to_vec())).0, b"unix:/\xff");
    }
}
