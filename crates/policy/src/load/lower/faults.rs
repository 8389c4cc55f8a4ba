//! Faults.

use super::Lowering;
use super::objects::operation_of;
use crate::diagnostic::quoted;
use crate::load::part::{Entry, FaultEntry};
use crate::model::{Fault, Matcher};
use callgate_abi::syscalls;

impl Lowering<'_> {
    pub(super) fn fault(&mut self, entry: &Entry, fault: &FaultEntry) {
        let word = &fault.subject;
        let known = if fault.is_operation {
            operation_of(word, self.findings).is_some()
        } else if syscalls::exists(&word.text) {
            true
        } else {
            self.unknown_call(word, &(0..word.text.len()));
            false
        };
        let network = fault.is_operation && word.text.starts_with("net.");
        let mut sound = known;
        let mut matcher = None;
        if let Some(path) = &fault.path {
            if network {
                self.findings
                    .error(&path.spot, format!("{} is about addresses, not files", quoted(&word.text)))
                    .expected("expected `at` with an address");
            }
            let at = self.path_pattern(path);
            sound &= at.is_some() && !network;
            matcher = at.map(|at| Matcher::Path { at, except: Vec::new() });
        } else if let Some(at) = &fault.at {
            // `at` is the pattern of the operation: a path for fs.*.
            matcher = if fault.is_operation && word.text.starts_with("fs.") {
                self.path_pattern(at).map(|at| Matcher::Path { at, except: Vec::new() })
            } else {
                self.address_pattern(at).map(|at| Matcher::Address { at, except: Vec::new() })
            };
            sound &= matcher.is_some();
        }
        let Some(effect) = fault.effect.filter(|_| sound) else { return };
        let origin = self.origin(entry, &word.text);
        self.policy.faults.push(Fault {
            origin,
            subject: word.text.clone(),
            matcher,
            nth: fault.nth,
            chance: fault.chance,
            effect,
            count: fault.count,
        });
    }
}
