//! A call typed on the command line: `openat AT_FDCWD 0x1000 'O_RDWR|O_CREAT'`.

use crate::failure::Failure;
use callgate_abi::given::{self, GivenError};
use callgate_abi::{Abi, SeccompData};
use callgate_events::bytes::printable;

pub(crate) use callgate_abi::given::names_call;

/// The call as a filter sees it. `abi` is that of `--arch`; a call may name its own.
pub(crate) fn parse(
    call: &str,
    args: &[String],
    abi: Option<Abi>,
    instruction_pointer: u64,
) -> Result<SeccompData, Failure> {
    given::call(call, args, abi, instruction_pointer).map_err(|error| explained(&error))
}

fn explained(error: &GivenError) -> Failure {
    let failure = Failure::new(printable(&error.to_string()));
    match (error.suggestion(), error) {
        (Some(near), _) => failure.fix(format!("did you mean `{near}`?")),
        (None, GivenError::NotOnAbi { word, .. }) => {
            failure.fix(format!("`callgate syscalls {word}` says which ABIs have it; --arch names one"))
        }
        (None, GivenError::NoCall { word }) if word.contains([' ', '(']) => failure
            .fix("the call and each of its arguments are words of their own, as `openat AT_FDCWD 0x1000`"),
        (None, GivenError::NoCall { .. }) => {
            failure.fix("`callgate syscalls` lists them; a number is taken too")
        }
        (None, GivenError::NoConstant { .. }) => {
            failure.fix("write numbers, or constants joined by |; a pointer is its address, as 0x1000")
        }
        _ => failure,
    }
}

/// A number for an option, as `--ip 0x401000`.
pub(crate) fn parse_number(word: &str) -> Result<u64, String> {
    given::number(word).ok_or_else(|| "a number is wanted: decimal, or hex as 0x401000".to_owned())
}
