//! `[env]` applied to an environment.

use crate::model::Env;
use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;

impl Env {
    /// The environment of the target: of `vars`, what `keep` names (all without it), less what `drop`
    /// names, then `set`. In names `*` stands for any characters, none included.
    ///
    /// ```
    /// use callgate_policy::model::Env;
    /// let env = Env {
    ///     keep: Some(vec!["LC_*".into(), "PATH".into()]),
    ///     set: vec![("CI".into(), "1".into())],
    ///     drop: vec!["LC_ALL".into()],
    /// };
    /// let vars = [("PATH", "/bin"), ("LC_ALL", "C"), ("LC_TIME", "C"), ("X", "y")];
    /// let kept = env.apply(vars.map(|(name, value)| (name.into(), value.into())));
    /// let names: Vec<_> = kept.iter().map(|(name, _)| name.to_str().unwrap()).collect();
    /// assert_eq!(names, ["PATH", "LC_TIME", "CI"]);
    /// ```
    pub fn apply(&self, vars: impl IntoIterator<Item = (OsString, OsString)>) -> Vec<(OsString, OsString)> {
        let set = |name: &OsStr| self.set.iter().any(|(known, _)| OsStr::new(known) == name);
        let mut out: Vec<(OsString, OsString)> =
            vars.into_iter().filter(|(name, _)| self.keeps(name) && !set(name)).collect();
        out.extend(self.set.iter().map(|(name, value)| (name.into(), value.into())));
        out
    }

    /// Whether a variable of this name is passed on.
    pub fn keeps(&self, name: &OsStr) -> bool {
        let matches = |patterns: &[String]| {
            patterns.iter().any(|pattern| is_match(pattern.as_bytes(), name.as_bytes()))
        };
        self.keep.as_ref().is_none_or(|keep| matches(keep)) && !matches(&self.drop)
    }
}

/// Whether a name matches a pattern whose `*` is any bytes: greedy, going back to the last `*` only.
fn is_match(pattern: &[u8], name: &[u8]) -> bool {
    let (mut p, mut n) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while n < name.len() {
        if pattern.get(p) == Some(&b'*') {
            star = Some((p, n));
            p += 1;
        } else if pattern.get(p) == Some(&name[n]) {
            p += 1;
            n += 1;
        } else if let Some((at, from)) = star {
            star = Some((at, from + 1));
            p = at + 1;
            n = from + 1;
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(|byte| *byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::is_match;

    #[test]
    fn stars() {
        assert!(is_match(b"*_TOKEN", b"NPM_TOKEN"));
        assert!(is_match(b"A*B*C", b"AxBBxC"));
        assert!(is_match(b"*", b""));
        assert!(!is_match(b"*_TOKEN", b"NPM_TOKENS"));
        assert!(!is_match(b"A*B", b"A"));
        assert!(!is_match(b"", b"A"));
    }
}
