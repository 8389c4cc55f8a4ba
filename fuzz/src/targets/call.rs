//! Calls as people type them.

use crate::Target;
use callgate_abi::{Abi, SeccompData, format_call, given};

pub(crate) const TARGET: Target = Target {
    name: "call",
    about: "calls typed on the command line; what is told of one is a call again",
    longest: 256,
    run,
};

fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut words = text.split([' ', '\n']).map(str::to_owned);
    let Some(call) = words.next() else { return };
    let args: Vec<String> = words.collect();
    for abi in [None, Some(Abi::I386), Some(Abi::S390x), Some(Abi::Aarch64)] {
        match given::call(&call, &args, abi, 0) {
            Ok(data) => {
                assert!(!format_call(&data).is_empty());
                let SeccompData { nr, arch, args, .. } = data;
                // By number and registers it is the same.
                let own = abi.filter(|abi| abi.audit_arch() == arch).or(data.abi());
                let numbers: Vec<String> = args.iter().map(|arg| format!("{arg:#x}")).collect();
                let again = given::call(&format!("{:#x}", nr as u32), &numbers, own, 0);
                assert_eq!(again, Ok(data), "{text}");
            }
            Err(error) => {
                let _ = error.suggestion();
                assert!(!error.to_string().is_empty());
            }
        }
    }
}
