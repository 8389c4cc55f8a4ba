//! Filters made to be hard are answered by every command within its bounds: in part, or "unknown", but never wrongly.

use callgate_abi::Endian;
use callgate_bpf::{Insn, Program};
use callgate_tests::{hard, program};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::LazyLock;

/// All that a command may map, kilobytes: what it is, and the 60 MB that an analysis may take.
const MEMORY: u32 = 160_000;

static CALLGATE: LazyLock<std::path::PathBuf> =
    LazyLock::new(|| program::callgate(Path::new(env!("CARGO_TARGET_TMPDIR"))).unwrap());

/// Runs a command within [`MEMORY`]; it must end with one of these codes, and not silently.
fn ends(folder: &Path, words: &[&str], codes: &[i32]) -> Output {
    let output = Command::new("sh")
        .args(["-c", &format!("ulimit -v {MEMORY}; exec \"$@\""), "sh"])
        .arg(&*CALLGATE)
        .args(words)
        .current_dir(folder)
        .output()
        .unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    let code = output.status.code();
    assert!(code.is_some_and(|code| codes.contains(&code)), "{words:?}: {:?}\n{err}", output.status);
    assert!(!err.contains("panicked") && !err.contains("fault of callgate"), "{words:?}: {err}");
    let undecided = code == Some(3);
    let said = format!("{}{err}", String::from_utf8_lossy(&output.stdout));
    let why = ["too intricate", "too many", "computed", "limits of time", "is not followed"];
    assert!(!undecided || why.iter().any(|why| said.contains(why)), "{words:?} does not say why:\n{said}");
    output
}

/// The filter with an instruction in front that changes nothing.
fn disguised(bytes: &[u8]) -> Vec<u8> {
    let mut insns = Program::from_bytes(bytes, Endian::Little).unwrap().insns().to_vec();
    insns.insert(0, Insn::ld_abs(0));
    Program::new(insns).unwrap().to_bytes()
}

#[test]
fn every_command_answers() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for (name, bytes) in hard::filters() {
        let program = Program::from_bytes(&bytes, Endian::Little).unwrap();
        assert!(program.len() > 4000 && program.len() <= 4096, "{name}: {}", program.len());
        std::fs::write(at.join(name), &bytes).unwrap();
        let same = format!("{name}.same");
        std::fs::write(at.join(&same), disguised(&bytes)).unwrap();
        let listing = ends(at, &["disasm", name], &[0]).stdout;
        std::fs::write(at.join("listing"), listing).unwrap();
        assert_eq!(ends(at, &["asm", "listing", "--format", "raw"], &[0]).stdout, bytes, "{name}");
        ends(at, &["emu", name, "openat", "7", "9", "1"], &[0, 10, 13, 14]);
        ends(at, &["explain", name], &[0, 3]);
        ends(at, &["explain", "--policy", name], &[0, 1, 3]);
        // The same function is never told apart, only not recognised.
        ends(at, &["diff", name, &same], &[0, 3]);
        ends(at, &["diff", "--not-weaker", name, &same], &[0, 3]);
        ends(at, &["lint", name], &[0, 1, 3]);
        ends(at, &["graph", name, "-o", "x.svg"], &[0]);
        ends(at, &["optimize", name, "-o", "x.bpf"], &[0, 3]);
    }
}

/// Eight of the longest filters are all that the kernel takes of one thread.
#[test]
fn stacks_of_them_too() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let filters = hard::filters();
    for (name, bytes) in &filters {
        std::fs::write(at.join(name), bytes).unwrap();
    }
    let names: Vec<&str> = filters.iter().map(|(name, _)| *name).collect();
    let (left, right) = (names[..7].join("+"), names[3..].join("+"));
    for stack in [&left, &right] {
        ends(at, &["explain", stack], &[3]);
        ends(at, &["lint", stack], &[3]);
        ends(at, &["optimize", stack], &[3]);
        ends(at, &["emu", stack, "read"], &[0, 10, 13, 14]);
    }
    ends(at, &["diff", &left, &right], &[1, 3]);
}
