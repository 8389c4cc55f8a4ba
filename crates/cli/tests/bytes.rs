//! Filters as bytes on standard output: exactly those of the file that `-o` writes.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A filter with bytes that a terminal takes for escapes: 0x1b, 0x9b, and whole sequences of them.
const FILTER: &str = "A = nr
if A == 0x6d31335b goto 5
if A == 0x1b5b1b1b goto 5
if A == 0x9b9b0a0d goto 5
return errno 27
5: return allow
";

fn callgate(words: &[&str], file: &Path) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_callgate")).args(words).arg(file).output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn bytes_go_through_unchanged() {
    let folder = tempfile::tempdir().unwrap();
    let (text, policy) = (folder.path().join("x.asm"), folder.path().join("x.toml"));
    std::fs::write(&text, FILTER).unwrap();
    std::fs::write(&policy, "callgate = 1\n[syscalls]\ndefault = 'errno.27'\nallow = ['read', 'write']\n")
        .unwrap();
    let commands: [(&[&str], &PathBuf); 3] = [
        (&["asm", "--format", "raw"], &text),
        (&["optimize", "--format", "raw"], &text),
        (&["compile", "--to", "raw"], &policy),
    ];
    for (words, file) in commands {
        let out = folder.path().join("out.bpf");
        callgate(&[words, &["-o", out.to_str().unwrap()]].concat(), file);
        let written = std::fs::read(&out).unwrap();
        assert!(!written.is_empty() && written.len().is_multiple_of(8));
        assert_eq!(callgate(words, file), written, "{words:?}");
        assert_eq!(callgate(&[words, &["-o", "-"]].concat(), file), written, "{words:?} -o -");
    }
    assert!(!Path::new("-").exists(), "`-` is no file");
}
