//! Files of filters in any format: raw, hex, string literals, C, tables of disassemblers, strace.

use crate::Target;
use callgate_abi::Abi;
use callgate_bpf::text::{self, Format, Found, write};

pub(crate) const TARGET: Target = Target {
    name: "texts",
    about: "readers of every format of filters; what is written is read back",
    longest: 4096,
    run,
};

fn run(data: &[u8]) {
    for abi in [Abi::X86_64, Abi::S390x] {
        match text::read(data, abi) {
            Ok((_, filters)) => filters.iter().for_each(check),
            Err(error) => {
                let excerpt = error.excerpt(&String::from_utf8_lossy(data));
                assert!(excerpt.is_none_or(|excerpt| !excerpt.is_empty()));
                assert!(!error.to_string().is_empty());
            }
        }
    }
}

fn check(found: &Found) {
    let Found { insns, lines, abi } = found;
    assert!(!insns.is_empty(), "a filter has instructions");
    assert!(lines.is_empty() || lines.len() == insns.len());
    let endian = abi.endian();
    assert_eq!(&text::raw::read(&write::raw(insns, endian), endian).ok().as_ref(), &Some(insns));
    let texts = [
        (Format::Hex, write::hex(insns, endian)),
        (Format::Escaped, write::escaped(insns, endian)),
        (Format::C, write::c(insns, *abi)),
        (Format::Tools, write::tools(insns, *abi)),
    ];
    for (format, text) in texts {
        let (told, back) =
            text::read(text.as_bytes(), *abi).unwrap_or_else(|error| panic!("{format}: {error}\n{text}"));
        assert_eq!(told, format, "{text}");
        assert_eq!(back.len(), 1);
        assert_eq!(&back[0].insns, insns, "{format}\n{text}");
    }
}
