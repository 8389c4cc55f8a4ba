//! The kernel's own answer to "what does this filter do with this call", through `guests/oracle.c`.

use callgate_abi::{Action, SeccompData};
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// One question.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// The filter's instructions in the host's byte order, 8 bytes each; none: the native result.
    pub filter: Option<Vec<u8>>,
    /// Only install the filter, make no call.
    pub install_only: bool,
    /// Make the call by `int 0x80`: i386 from 64-bit code.
    pub int80: bool,
    /// Number, as the register holds it.
    pub nr: u32,
    /// Argument registers. By `int 0x80` only the low halves arrive.
    pub args: [u64; 6],
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The kernel did not take the filter: errno number.
    Refused(i32),
    /// The kernel took it.
    Installed,
    /// The call returned this; −4095 to −1 is a negated errno.
    Value(i64),
    /// SIGSYS was delivered to a handler: `si_errno`, `si_syscall`, `si_arch`.
    Trap(i32, i32, u32),
    /// The caller died by a signal.
    Signal(i32),
    /// The caller left.
    Exit(i32),
    /// The call did not return in time.
    Stuck,
}

impl Answer {
    /// What the kernel shows of an action on a call that no kernel has, where nobody traces or listens: what is let
    /// through is ENOSYS.
    pub fn to_no_call(action: Action, data: &SeccompData) -> Answer {
        const ENOSYS: i64 = -38;
        match action {
            Action::Allow | Action::Log | Action::Trace(_) | Action::UserNotif => Answer::Value(ENOSYS),
            Action::Errno(errno) => Answer::Value(-i64::from(errno.0)),
            Action::Trap(number) => Answer::Trap(i32::from(number), data.nr, data.arch),
            Action::KillThread | Action::KillProcess => Answer::Signal(31),
        }
    }
}

/// Answers of the kernel, and the instruction pointers at which it was asked.
#[derive(Debug)]
pub struct Oracle {
    /// `seccomp_data.instruction_pointer` of native calls.
    pub after_syscall: u64,
    /// The same of calls by `int 0x80`.
    pub after_int80: u64,
    /// In the order of the questions.
    pub answers: Vec<Answer>,
}

impl Oracle {
    /// Asks all questions in one run of the guest, dropped to `uid` when that is given.
    pub fn ask(guest: &Path, uid: Option<u32>, questions: &[Question]) -> io::Result<Oracle> {
        use std::os::unix::process::CommandExt;
        let mut input = Vec::new();
        for question in questions {
            let filter = question.filter.as_deref().unwrap_or_default();
            let flags = u32::from(question.filter.is_some())
                | u32::from(question.install_only) << 1
                | u32::from(question.int80) << 2;
            for word in [flags, (filter.len() / 8) as u32, question.nr, 0] {
                input.extend(word.to_ne_bytes());
            }
            for argument in question.args {
                input.extend(argument.to_ne_bytes());
            }
            input.extend(filter);
        }
        let mut command = Command::new(guest);
        command.current_dir("/").stdin(Stdio::piped()).stdout(Stdio::piped());
        if let Some(uid) = uid {
            command.uid(uid).gid(uid);
        }
        let mut child = command.spawn()?;
        let mut stdin = child.stdin.take().ok_or_else(|| io::Error::other("no stdin"))?;
        let writer = std::thread::spawn(move || stdin.write_all(&input));
        let output = child.wait_with_output()?;
        writer.join().map_err(|_| io::Error::other("the writer panicked"))??;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut lines = text.lines();
        let first = lines.next().unwrap_or_default();
        let mut addresses = first.split(' ').skip(1).map(|hex| u64::from_str_radix(hex, 16).unwrap_or(0));
        let after_syscall = addresses.next().unwrap_or(0);
        let after_int80 = addresses.next().unwrap_or(0);
        let answers = lines.map(parse).collect::<io::Result<Vec<_>>>()?;
        if !output.status.success() || answers.len() != questions.len() {
            return Err(io::Error::other(format!(
                "the oracle answered {} of {} questions ({})",
                answers.len(),
                questions.len(),
                output.status
            )));
        }
        Ok(Oracle { after_syscall, after_int80, answers })
    }

    /// What a filter sees of a question's call.
    pub fn data(&self, question: &Question) -> SeccompData {
        let (arch, ip) = if question.int80 {
            (callgate_abi::Abi::I386.audit_arch(), self.after_int80)
        } else {
            (callgate_abi::Abi::NATIVE.audit_arch(), self.after_syscall)
        };
        let cut = |value: u64| if question.int80 { value & 0xffff_ffff } else { value };
        SeccompData { nr: question.nr as i32, arch, instruction_pointer: ip, args: question.args.map(cut) }
    }
}

fn parse(line: &str) -> io::Result<Answer> {
    let mut words = line.split(' ');
    let word = words.next().unwrap_or_default();
    let numbers: Vec<i64> = words.filter_map(|word| word.parse().ok()).collect();
    let number = |at: usize| numbers.get(at).copied().unwrap_or_default();
    Ok(match word {
        "refused" => Answer::Refused(number(0) as i32),
        "installed" => Answer::Installed,
        "value" => Answer::Value(number(0)),
        "trap" => Answer::Trap(number(0) as i32, number(1) as i32, number(2) as u32),
        "signal" => Answer::Signal(number(0) as i32),
        "exit" => Answer::Exit(number(0) as i32),
        "stuck" => Answer::Stuck,
        _ => return Err(io::Error::other(format!("the oracle said {line:?}"))),
    })
}
