//! Sources that are compiled and run.

use crate::{Outcome, filter, load, said, written};
use callgate_abi::Abi;
use callgate_bpf::text;
use callgate_compile::emit::Format;
use std::fmt::Write as _;
use std::process::Command;

const POLICY: &str = "callgate = 1
[syscalls]
default = 'allow'
errno.EXDEV = ['getppid', 'lseek(fd == 900 && whence in {1, 2})']
errno.4000 = ['getpgid(pid > 5)']
";

/// What the program prints before and after the filter is in force.
const EXPECTED: &str = "1 1 1 1 1\n18 18 9 4000 1\n";

/// The filter of an array, put into a program that makes the calls.
pub(super) fn c() -> Outcome {
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("filter.c"), written(&load(POLICY), Format::C))?;
    let main = r#"
#include "filter.c"
#include <errno.h>
#include <stdio.h>

static int asked(long result) { return result < 0 ? errno : 0; }
static void ask(int filtered)
{
	int answers[] = { asked(syscall(SYS_getppid)), asked(syscall(SYS_lseek, 900, 0, 1)),
		asked(syscall(SYS_lseek, 900, 0, 0)), asked(syscall(SYS_getpgid, 99999999)),
		asked(syscall(SYS_getpgid, 1)) };
	for (int i = 0; i < 5; i++)
		printf("%d%c", filtered && i != 4 ? answers[i] : 1, i < 4 ? ' ' : '\n');
}
int main(void)
{
	ask(0);
	if (install_filter())
		return 1;
	ask(1);
	return 0;
}
"#;
    std::fs::write(folder.path().join("main.c"), main)?;
    let program = folder.path().join("main");
    said(
        Command::new("gcc")
            .args(["-Wall", "-Wextra", "-Werror", "-o"])
            .arg(&program)
            .arg(folder.path().join("main.c")),
    )?;
    expect(&said(&mut Command::new(program))?)
}

/// The crate libc is not at hand for a lone rustc: the little of it that the source names stands beside it.
pub(super) fn rust() -> Outcome {
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("filter.rs"), written(&load(POLICY), Format::Rust))?;
    let mut main = String::from(
        r#"#![allow(non_camel_case_types, non_upper_case_globals)]
mod libc {
    #[repr(C)] pub struct sock_filter { pub code: u16, pub jt: u8, pub jf: u8, pub k: u32 }
    #[repr(C)] pub struct sock_fprog { pub len: u16, pub filter: *mut sock_filter }
    pub const PR_SET_NO_NEW_PRIVS: i32 = 38;
    pub const SECCOMP_SET_MODE_FILTER: u32 = 1;
    unsafe extern "C" {
        pub fn prctl(option: i32, ...) -> i32;
        pub fn syscall(number: i64, ...) -> i64;
    }
"#,
    );
    for (name, constant) in
        [("seccomp", "SYS_seccomp"), ("getppid", "GETPPID"), ("lseek", "LSEEK"), ("getpgid", "GETPGID")]
    {
        let number = callgate_abi::Sysno::from_name(Abi::NATIVE, name).ok_or("a call")?.nr;
        let _ = writeln!(main, "    pub const {constant}: i64 = {number};");
    }
    main.push_str(
        r#"}
mod filter { use crate::libc; include!("filter.rs"); }
fn asked(result: i64) -> i32 { if result < 0 { std::io::Error::last_os_error().raw_os_error().unwrap() } else { 1 } }
fn main() {
    println!("1 1 1 1 1");
    filter::install_filter().unwrap();
    let answers = unsafe { [
        asked(libc::syscall(libc::GETPPID)), asked(libc::syscall(libc::LSEEK, 900i64, 0i64, 1i64)),
        asked(libc::syscall(libc::LSEEK, 900i64, 0i64, 0i64)), asked(libc::syscall(libc::GETPGID, 99999999i64)),
        asked(libc::syscall(libc::GETPGID, 1i64)),
    ] };
    println!("{}", answers.map(|answer| answer.to_string()).join(" "));
}
"#,
    );
    std::fs::write(folder.path().join("main.rs"), main)?;
    let program = folder.path().join("main");
    said(
        Command::new("rustc")
            .args(["--edition", "2024", "-o"])
            .arg(&program)
            .arg(folder.path().join("main.rs")),
    )?;
    expect(&said(&mut Command::new(program))?)
}

fn expect(found: &str) -> Outcome {
    if found == EXPECTED { Ok(()) } else { Err(format!("printed:\n{found}expected:\n{EXPECTED}").into()) }
}

/// Bytes, digits, assembly and the array in C are read back instruction by instruction.
pub(super) fn texts() -> Outcome {
    let policy = load(POLICY);
    let program = filter(&policy);
    for format in [Format::Raw, Format::Hex, Format::Asm, Format::C] {
        let options = callgate_compile::emit::Options::default();
        let bytes = callgate_compile::emit::write(&policy, format, &options)
            .map_err(|error| error.to_string())?
            .bytes;
        let (_, found) =
            text::read(&bytes, Abi::NATIVE).map_err(|error| format!("{format}: {}", error.reason))?;
        if found.len() != 1 || found[0].insns != program.insns() {
            return Err(format!("{format} is read back as {} filters", found.len()).into());
        }
    }
    Ok(())
}
