//! `includes` and `excludes`, which Docker and Podman resolve before a runtime sees the profile.

use super::super::json::{Json, Member};
use super::super::{NoteKind, capability};
use super::Profile;
use crate::diagnostic::quoted;
use callgate_abi::{Abi, KernelVersion};

impl<'r> Profile<'_, 'r> {
    /// Whether the rule is one for this container, kernel and machine. Of `includes` all must be so; of
    /// `excludes` none, and of its capabilities not one.
    pub(super) fn gate(&mut self, member: &Member<'r>, excludes: bool) -> bool {
        let Json::Table(members) = &member.value else {
            self.document.wrong_kind(member, "an object");
            return true;
        };
        self.document.refuse_repetitions(members);
        let mut applies = true;
        for condition in members.iter().filter(|member| member.value != Json::Null) {
            let met = match condition.key.as_ref() {
                "caps" => self.has_capabilities(condition, excludes),
                "arches" => self.is_on(condition),
                "minKernel" => self.is_since(condition),
                _ => {
                    self.unknown(condition, &["caps", "arches", "minKernel"]);
                    None
                }
            };
            let Some((met, wanted)) = met else { continue };
            if met == excludes {
                applies = false;
                let message = match (excludes, condition.key == "caps") {
                    (false, true) => {
                        format!("the rule is for containers with {wanted}, which --caps does not name")
                    }
                    (true, true) => format!("the rule is for containers without {wanted}"),
                    (false, false) => format!("the rule is for {wanted}"),
                    (true, false) => format!("the rule is not for {wanted}"),
                };
                let at = self.document.at(condition);
                self.document.reader.note(NoteKind::NotHere, &at, format!("{message}: left out"));
            }
        }
        applies
    }

    /// Whether the container has all of these, or one of them.
    fn has_capabilities(&mut self, member: &Member<'r>, one: bool) -> Option<(bool, String)> {
        let words = self.document.words(member);
        let mut has = Vec::new();
        for (word, at) in &words {
            match capability(word) {
                Ok(name) => has.push(self.document.reader.options.capabilities.contains(&name)),
                Err(unknown) => {
                    let (message, near) = (unknown.to_string(), unknown.near.as_deref());
                    let expected = "expected a name of capabilities(7)";
                    self.document.reader.mistake_near(at, message, expected, near);
                }
            }
        }
        let met = if one { has.contains(&true) } else { !has.contains(&false) };
        (!words.is_empty()).then(|| (met, joined(&words, if one { " or " } else { " and " })))
    }

    fn is_on(&mut self, member: &Member<'r>) -> Option<(bool, String)> {
        let words = self.document.words(member);
        let mut met = false;
        for (word, at) in &words {
            match Abi::from_name(word) {
                Some(abi) => met |= abi == self.document.reader.options.native,
                None => self.unknown_arch(at, word, Abi::ALL.iter().map(|abi| abi.name())),
            }
        }
        (!words.is_empty()).then(|| (met, joined(&words, " or ")))
    }

    fn is_since(&mut self, member: &Member<'r>) -> Option<(bool, String)> {
        let Json::Text(text) = &member.value else {
            self.document.wrong_kind(member, "a release such as \"4.8\"");
            return None;
        };
        let Ok(release) = text.parse::<KernelVersion>() else {
            let at = self.document.at(member);
            let message = format!("{} is no release of Linux", quoted(text));
            self.document.mistake(&at, message, "expected its first two numbers, such as \"4.8\"");
            return None;
        };
        Some((self.document.reader.options.kernel >= release, format!("Linux {release} and later")))
    }
}

fn joined<T>(words: &[(&str, T)], by: &str) -> String {
    words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(by)
}
