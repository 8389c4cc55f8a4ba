//! The environment a program starts with: `[env]` of the policy.

use callgate_policy::model::Env;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::os::unix::ffi::OsStrExt;

/// The supervisor's environment as `[env]` leaves it: what `keep` names (all, without it) and `drop`
/// does not, and then what `set` says.
pub(crate) fn apply(
    env: &Env,
    vars: impl Iterator<Item = (OsString, OsString)>,
) -> Vec<(OsString, OsString)> {
    let mut kept: BTreeMap<OsString, OsString> = vars
        .filter(|(name, _)| {
            let name = name.as_bytes();
            let named = |list: &[String]| list.iter().any(|pattern| matches(pattern.as_bytes(), name));
            env.keep.as_deref().is_none_or(named) && !named(&env.drop)
        })
        .collect();
    for (name, value) in &env.set {
        kept.insert(name.into(), value.into());
    }
    kept.into_iter().collect()
}

/// `*` matches any run of bytes.
fn matches(pattern: &[u8], name: &[u8]) -> bool {
    let Some(star) = pattern.iter().position(|b| *b == b'*') else { return pattern == name };
    let (head, rest) = (&pattern[..star], &pattern[star + 1..]);
    let Some(tail) = name.strip_prefix(head) else { return false };
    (0..=tail.len()).any(|skipped| matches(rest, &tail[skipped..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(env: &Env) -> String {
        let vars = ["PATH", "LC_ALL", "LC_", "NPM_TOKEN", "HOME", "GITHUB_TOKEN_2"];
        let kept = apply(env, vars.iter().map(|v| (OsString::from(v), OsString::from("x"))));
        let kept: Vec<String> =
            kept.iter().map(|(n, v)| format!("{}={}", n.display(), v.display())).collect();
        kept.join(" ")
    }

    #[test]
    fn keep_drop_set() {
        let mut env = Env::default();
        assert_eq!(names(&env), "GITHUB_TOKEN_2=x HOME=x LC_=x LC_ALL=x NPM_TOKEN=x PATH=x");
        env.drop = vec!["*_TOKEN".into(), "*TOKEN*".into()];
        assert_eq!(names(&env), "HOME=x LC_=x LC_ALL=x PATH=x");
        env.keep = Some(vec!["PATH".into(), "LC_*".into(), "NPM_TOKEN".into()]);
        assert_eq!(names(&env), "LC_=x LC_ALL=x PATH=x", "what is dropped is not kept");
        env.set = vec![("PATH".into(), "/bin".into()), ("NEW".into(), String::new())];
        assert_eq!(names(&env), "LC_=x LC_ALL=x NEW= PATH=/bin");
    }
}
