//! The assembly language, read.

use crate::Target;
use callgate_abi::Abi;
use callgate_bpf::text::asm::{self, Style};

pub(crate) const TARGET: Target = Target {
    name: "assembly",
    about: "the assembler on any text; what it makes is listed and assembled again",
    longest: 2048,
    run,
};

fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    for abi in [Abi::X86_64, Abi::S390] {
        match asm::read_all(text, abi) {
            Ok(filters) => {
                for found in filters {
                    let listing = asm::listing(&found.insns, found.abi, Style::Named);
                    let back =
                        asm::read(&listing, found.abi).unwrap_or_else(|error| panic!("{error}\n{listing}"));
                    assert_eq!(back.insns, found.insns, "{listing}");
                }
            }
            Err(error) => {
                let _ = error.excerpt(text);
                assert!(!error.to_string().is_empty());
            }
        }
    }
}
