//! Policies: any text.

use crate::Target;
use callgate_policy::{Environment, Loader, Purpose};
use std::net::{IpAddr, Ipv4Addr};
use std::path::Path;

pub(crate) const TARGET: Target = Target {
    name: "policy",
    about: "the policy language on any text: a policy, or mistakes that can be shown",
    longest: 4096,
    run,
};

fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    // Files of this machine are none of a policy's business here.
    if text.contains("use") {
        return;
    }
    let mut environment = Environment::new("/project", "/home/u");
    environment.resolver = |_| Ok(vec![IpAddr::V4(Ipv4Addr::LOCALHOST)]);
    for purpose in [Purpose::Run, Purpose::Fragment] {
        let mut loader = Loader::new(&environment);
        loader.text("policy.toml", text, Path::new("/project"));
        match loader.finish(purpose) {
            Ok((_, diagnostics)) => drop(diagnostics.render(false)),
            Err(diagnostics) => assert!(!diagnostics.render(false).is_empty(), "a refusal says why"),
        }
    }
}
