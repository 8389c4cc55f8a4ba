//! The ABIs that a profile lists.

use super::super::NoteKind;
use super::super::json::{Json, Member};
use super::Profile;
use crate::diagnostic::{alternatives, quoted};
use callgate_abi::Abi;
use callgate_abi::suggest::nearest;
use std::ops::Range;

/// Names of runtime-spec, and how callgate knows them; `None`: it does not.
const ARCHES: &[(&str, Option<Abi>)] = &[
    ("SCMP_ARCH_X86", Some(Abi::I386)),
    ("SCMP_ARCH_X86_64", Some(Abi::X86_64)),
    ("SCMP_ARCH_X32", Some(Abi::X32)),
    ("SCMP_ARCH_ARM", Some(Abi::Arm)),
    ("SCMP_ARCH_AARCH64", Some(Abi::Aarch64)),
    ("SCMP_ARCH_MIPS", Some(Abi::Mips)),
    ("SCMP_ARCH_MIPS64", Some(Abi::Mips64)),
    ("SCMP_ARCH_MIPS64N32", Some(Abi::Mips64n32)),
    ("SCMP_ARCH_MIPSEL", Some(Abi::Mipsel)),
    ("SCMP_ARCH_MIPSEL64", Some(Abi::Mipsel64)),
    ("SCMP_ARCH_MIPSEL64N32", Some(Abi::Mipsel64n32)),
    ("SCMP_ARCH_PPC", Some(Abi::Ppc)),
    ("SCMP_ARCH_PPC64", Some(Abi::Ppc64)),
    ("SCMP_ARCH_PPC64LE", Some(Abi::Ppc64le)),
    ("SCMP_ARCH_S390", Some(Abi::S390)),
    ("SCMP_ARCH_S390X", Some(Abi::S390x)),
    ("SCMP_ARCH_PARISC", Some(Abi::Parisc)),
    ("SCMP_ARCH_PARISC64", Some(Abi::Parisc64)),
    ("SCMP_ARCH_RISCV64", Some(Abi::Riscv64)),
    ("SCMP_ARCH_LOONGARCH64", Some(Abi::Loongarch64)),
    ("SCMP_ARCH_M68K", Some(Abi::M68k)),
    ("SCMP_ARCH_SH", Some(Abi::Sh)),
    ("SCMP_ARCH_SHEB", None),
];

/// The name of an ABI in a profile, `SCMP_ARCH_X86_64`.
pub fn arch_name(abi: Abi) -> Option<&'static str> {
    ARCHES.iter().find(|(_, known)| *known == Some(abi)).map(|(name, _)| *name)
}

impl<'r> Profile<'_, 'r> {
    /// Those that Docker's map has for this machine, or those of the list; the machine's own where
    /// neither says anything.
    pub(super) fn arches(&mut self, list: Option<&Member<'r>>, map: Option<&Member<'r>>) -> Vec<Abi> {
        let native = self.document.reader.options.native;
        if let (Some(map), Some(_)) = (map, list) {
            let at = self.document.places.of_key(map);
            let message = "`archMap` and `architectures` stand in one profile";
            self.document.mistake(&at, message, "expected one of the two");
        }
        let mut arches = list.map(|list| self.listed(list)).unwrap_or_default();
        if let Some(map) = map {
            arches = self.mapped(map);
        }
        if let Some(wanted) = &self.document.reader.options.arches {
            return wanted.clone();
        }
        if arches.is_empty() {
            arches.push(native);
        } else if let (false, Some(list)) = (arches.contains(&native), list) {
            let at = self.document.at(list);
            let message = format!(
                "{native} is not listed, so that all its calls get kill; runc and crun list the machine's own ABI themselves"
            );
            self.document.reader.note(NoteKind::Consumer, &at, message);
        }
        arches
    }

    fn listed(&mut self, list: &Member<'r>) -> Vec<Abi> {
        let mut arches = Vec::new();
        for (word, at) in self.document.words(list) {
            if let Some(abi) = self.arch(word, &at)
                && !arches.contains(&abi)
            {
                arches.push(abi);
            }
        }
        arches
    }

    fn mapped(&mut self, map: &Member<'r>) -> Vec<Abi> {
        let native = self.document.reader.options.native;
        let mut arches = Vec::new();
        for (element, at) in self.document.elements(map) {
            let Json::Table(members) = element else {
                self.document.wrong_element(&at, "archMap", element, "an object for each architecture");
                continue;
            };
            self.document.refuse_repetitions(members);
            let (mut own, mut others) = (None, Vec::new());
            for member in members.iter().filter(|member| member.value != Json::Null) {
                match (member.key.as_ref(), &member.value) {
                    ("architecture", Json::Text(word)) => {
                        let at = self.document.at(member);
                        own = self.arch(word, &at);
                    }
                    ("architecture", _) => self.document.wrong_kind(member, "an architecture"),
                    ("subArchitectures", _) => others = self.listed(member),
                    _ => self.unknown(member, &["architecture", "subArchitectures"]),
                }
            }
            if !members.iter().any(|member| member.key == "architecture") {
                let expected = "expected one, such as `SCMP_ARCH_X86_64`";
                self.document.mistake(&at, "the entry has no `architecture`", expected);
            }
            // Docker takes the first entry that fits.
            if own == Some(native) && arches.is_empty() {
                arches.push(native);
                arches.extend(others.into_iter().filter(|other| *other != native));
            }
        }
        arches
    }

    fn arch(&mut self, word: &str, at: &Range<usize>) -> Option<Abi> {
        match ARCHES.iter().find(|(name, _)| *name == word) {
            Some((_, Some(abi))) => return Some(*abi),
            Some((name, None)) => {
                let message = format!("callgate does not know {name}: its calls get kill");
                self.document.reader.note(NoteKind::Dropped, at, message);
            }
            None => self.unknown_arch(at, word, ARCHES.iter().map(|(name, _)| *name)),
        }
        None
    }

    pub(super) fn unknown_arch(
        &mut self,
        at: &Range<usize>,
        word: &str,
        names: impl Iterator<Item = &'static str> + Clone,
    ) {
        let near = nearest(word, names.clone());
        let expected = format!("expected {}", alternatives(names));
        self.document.reader.mistake_near(
            at,
            format!("unknown architecture {}", quoted(word)),
            expected,
            near,
        );
    }
}
