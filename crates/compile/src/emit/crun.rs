//! crun's annotation: the filter itself, which crun installs as it is.

use super::{Format, WriteError, Written, byte_order};
use callgate_bpf::Program;
use callgate_bpf::text::write as text;
use callgate_policy::Syscalls;

/// The name of the annotation (crun(1)).
const NAME: &str = "run.oci.seccomp_bpf_data";

/// An object for `annotations` of a `config.json`.
pub(super) fn write(calls: &Syscalls, program: &Program) -> Result<Written, WriteError> {
    let program = byte_order(&calls.arches, Format::Crun, program)?;
    let endian = calls.arches[0].endian();
    let data = base64(&text::raw(program.insns(), endian));
    let remark = "it goes into `annotations` of config.json; crun then makes no filter of `linux.seccomp`";
    Ok(Written {
        bytes: format!("{{\n\t\"{NAME}\": \"{data}\"\n}}\n").into_bytes(),
        remarks: vec![remark.to_owned()],
    })
}

/// RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let word = (0..3).fold(0u32, |word, n| word << 8 | u32::from(*chunk.get(n).unwrap_or(&0)));
        for n in 0..4 {
            let digit = DIGITS[(word >> (18 - 6 * n)) as usize & 63];
            text.push(if n <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    /// The test vectors of RFC 4648.
    #[test]
    fn digits() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
