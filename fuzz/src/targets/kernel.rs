//! The interpreter beside the kernel: stacks of programs on any call, which is never made.

use crate::Target;
use crate::choices::Choices;
use crate::made::program::{ANY, call, program};
use callgate_abi::{Abi, Action, SeccompData};
use callgate_bpf::{Program, interp};
use callgate_sys::verdict::{AskError, ask, is_hidden};

pub(crate) const TARGET: Target = Target {
    name: "kernel",
    about: "what the interpreter answers is what the kernel does, with any call under any stack",
    longest: 512,
    run,
};

fn run(data: &[u8]) {
    let mut c = Choices::new(data);
    let mut stack = Vec::new();
    for _ in 0..=c.below(2) {
        let Some(program) = program(&mut c, ANY) else { return };
        stack.push(program);
    }
    let call = call(&mut c, &stack[0]);
    let arch = if c.below(4) == 0 { Abi::I386 } else { Abi::X86_64 };
    let call = SeccompData { arch: arch.audit_arch(), ..call };
    let stack: Vec<&Program> = stack.iter().collect();
    let answer = interp::run_stack(&stack, &call);
    let expected = match Action::from_ret(answer) {
        Action::Log => Action::Allow,
        _ if is_hidden(answer) => Action::Allow,
        other => other,
    };
    match ask(&stack, &call) {
        Ok(shown) => assert_eq!(shown, expected, "{call:?}\n{stack:?}"),
        // A filter that does not let the next one be installed; a 32-bit call with more than 32 bits.
        Err(AskError::NotInstalled { filter: 1.., .. } | AskError::NotHere) => {}
        Err(error) => panic!("{error}\n{call:?}\n{stack:?}"),
    }
}
