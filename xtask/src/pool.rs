//! The texts of every table, `generated/pool.rs`.

use crate::tables::header;
use anyhow::{Result, ensure};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Texts by number, each once. Tables hold the numbers: a text's address would have to be written
/// into the program's memory whenever it starts.
#[derive(Default)]
pub(crate) struct Pool {
    words: Vec<String>,
    numbers: BTreeMap<String, u16>,
}

impl Pool {
    /// The number of a text, which is added if it is new.
    pub(crate) fn number(&mut self, word: &str) -> Result<u16> {
        if let Some(number) = self.numbers.get(word) {
            return Ok(*number);
        }
        ensure!(!word.contains(['\n', '"', '\\']), "{word:?}: texts have no line end, quote or backslash");
        let number = u16::try_from(self.words.len())?;
        self.words.push(word.to_string());
        self.numbers.insert(word.to_string(), number);
        Ok(number)
    }

    /// The Rust source.
    pub(crate) fn source(&self) -> Result<String> {
        let mut out = header("facts/*");
        writeln!(
            out,
            "/// How many texts there are.\npub(crate) const WORDS: usize = {};\n",
            self.words.len()
        )?;
        out.push_str(
            "/// The texts in the order of their numbers, a line each; calls first, then constants.\n",
        );
        out.push_str("pub(crate) static POOL: &str = \"\\\n");
        for word in &self.words {
            writeln!(out, "{word}")?;
        }
        out.push_str("\";\n");
        Ok(out)
    }
}

/// Numbers as lines of an array.
pub(crate) fn rows(numbers: &[impl ToString]) -> String {
    let mut out = String::new();
    for row in numbers.chunks(16) {
        let row: Vec<String> = row.iter().map(ToString::to_string).collect();
        out.push_str("    ");
        out.push_str(&row.join(", "));
        out.push_str(",\n");
    }
    out
}
