//! Profiles of container runtimes, systemd and seccompiler.

use crate::Target;
use callgate_abi::{Abi, KernelVersion, SeccompData};
use callgate_policy::import::{Format, Options, detect, import};

pub(crate) const TARGET: Target = Target {
    name: "imports",
    about: "profiles of others on any text: a policy, or mistakes that can be shown",
    longest: 4096,
    run,
};

fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let _ = detect(text);
    for format in
        [None, Some(Format::Oci), Some(Format::Docker), Some(Format::Systemd), Some(Format::Seccompiler)]
    {
        let options = Options { format, ..Options::new(KernelVersion { major: 6, minor: 18 }) };
        match import("profile", text, &options) {
            Ok(imported) => {
                let syscalls = imported.policy.syscalls.as_ref().expect("an import is about calls");
                for nr in [0, 1, 57, 165, 435] {
                    let data = SeccompData { nr, arch: Abi::NATIVE.audit_arch(), ..SeccompData::default() };
                    let _ = syscalls.evaluate(&data);
                }
                for note in &imported.notes {
                    assert!(text.get(note.span.clone()).is_some() && !note.message.is_empty(), "{note:?}");
                }
            }
            Err(diagnostics) => assert!(!diagnostics.render(false).is_empty(), "a refusal says why"),
        }
    }
}
