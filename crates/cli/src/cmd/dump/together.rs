//! What filters that are in force together come to.

use crate::explanation::Explanation;
use callgate_analyze::{Limits, Space};
use callgate_bpf::{Insn, Program};
use serde_json::{Value, json};
use std::io::Write;

/// What a stack's calls get.
pub(super) struct Together {
    /// In lines.
    pub(super) text: Vec<u8>,
    /// For machines.
    pub(super) facts: Value,
}

impl Together {
    /// Of filters that the kernel took, the first installed first.
    pub(super) fn of(filters: &[&[Insn]]) -> Together {
        let mut text = Vec::new();
        let facts = match explained(filters, &mut text) {
            Ok(facts) => facts,
            Err(why) => {
                text = format!("{why}\n").into_bytes();
                json!({ "decided": false, "reason": why })
            }
        };
        Together { text, facts }
    }
}

fn explained(filters: &[&[Insn]], text: &mut Vec<u8>) -> Result<Value, String> {
    let programs = filters.iter().map(|insns| Program::new(insns.to_vec()));
    let programs = programs.collect::<Result<Vec<_>, _>>().map_err(|error| error.to_string())?;
    let mut space = Space::new(Limits::default());
    let explanation = Explanation::of_filters(&mut space, &programs).map_err(|failure| failure.what)?;
    explanation.print(false, text).map_err(|error| error.to_string())?;
    text.flush().map_err(|error| error.to_string())?;
    Ok(json!({ "decided": !explanation.is_undecided(), "machines": explanation.json() }))
}
