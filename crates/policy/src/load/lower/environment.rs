//! `env.set`.

use super::Lowering;
use crate::diagnostic::quoted;
use crate::load::findings::Word;

impl Lowering<'_> {
    pub(super) fn env_set(&mut self, name: &str, word: &Word) {
        let Some(expanded) = self.variables.text(word, self.findings) else { return };
        match expanded.bytes().map(String::from_utf8) {
            Some(Ok(value)) if !value.contains('\0') => {
                self.policy.env.set.push((name.to_owned(), value));
            }
            _ => {
                self.findings
                    .error(&word.spot, format!("{} is no value of a variable", quoted(&word.text)))
                    .expected("expected text without NUL and without a list of addresses");
            }
        }
    }
}
