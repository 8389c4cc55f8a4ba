//! What a container runtime or systemd makes of a text, where that is not what the text says.
//!
//! Of runc 1.1.5 and 1.3.6 and crun 1.8.1 and 1.28, measured; runc's answer to young calls, crun's flags and how both
//! make rules of conditions as in their sources (`libcontainer/seccomp`, `src/libcrun/seccomp.c`); of systemd its
//! manual, systemd.exec(5).

use super::json::{Json, Member, Places, parse};
use super::oci::arch_name;
use super::{Format, ImportNote, NoteKind, Options, detect, import};
use crate::diagnostic::Diagnostics;
use crate::model::{Condition, Policy, Syscalls};
use callgate_abi::{Abi, Action, Errno, Sysno};
use std::ops::Range;

/// Who runs a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Runtime {
    /// Docker, which resolves what is its own and hands the rest to runc.
    Docker,
    /// runc, as containerd and Kubernetes call it.
    Runc,
    /// crun.
    Crun,
    /// systemd, which has units and no conditions on arguments.
    Systemd,
}

/// A text as its runtime runs it.
#[derive(Debug, Clone)]
pub struct AsRun {
    /// What calls get.
    pub policy: Policy,
    /// Numbers above these get ENOSYS, whatever the policy says: runc takes them for calls that are
    /// younger than the profile.
    pub missing_above: Vec<(Abi, u32)>,
    /// Why the runtime does not take the text, a sentence without a full stop each; most often none.
    pub refusals: Vec<String>,
    /// What it leaves out or takes otherwise, without a word.
    pub notes: Vec<ImportNote>,
}

impl Runtime {
    /// The name on a command line.
    pub fn name(self) -> &'static str {
        match self {
            Runtime::Docker => "docker",
            Runtime::Runc => "runc",
            Runtime::Crun => "crun",
            Runtime::Systemd => "systemd",
        }
    }

    /// Reads a text as this runtime does. `options.format` is whose text it is; what the runtime takes it
    /// for may be another.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the text, each with its place.
    pub fn run(self, name: &str, text: &str, options: &Options) -> Result<AsRun, Diagnostics> {
        let written = options.format.or_else(|| detect(text));
        let profile = matches!(written, Some(Format::Oci | Format::Docker));
        if !profile || self == Runtime::Systemd {
            return self.foreign(name, text, options, written);
        }
        let format = if self == Runtime::Docker { Format::Docker } else { Format::Oci };
        let mut options = Options { format: Some(format), each_condition_alone: true, ..options.clone() };
        let mut imported = import(name, text, &options)?;
        // libseccomp has the machine's own ABI from the start, listed or not.
        let arches = imported.policy.syscalls.as_ref().map_or(&[][..], |calls| &calls.arches);
        if options.arches.is_none() && !arches.contains(&options.native) {
            options.arches = Some([&[options.native], arches].concat());
            imported = import(name, text, &options)?;
        }
        let mut policy = imported.policy;
        let mut notes = imported.notes;
        notes.retain(|note| note.kind != NoteKind::NotHere);
        let facts = Facts::of(text, self);
        notes.retain(|note| !facts.taken.contains(&note.span));
        let (mut refusals, mut missing_above) = (Vec::new(), Vec::new());
        if let Some(calls) = &mut policy.syscalls {
            refusals = self.refusals(calls, &facts);
            if self == Runtime::Crun {
                notify_nobody(calls, &facts, &mut notes);
            } else {
                missing_above = youngest(calls, &facts);
            }
        }
        let about_flags = match (self, facts.flags) {
            (Runtime::Crun, false) => Some("without `flags` crun installs the filter with SPEC_ALLOW"),
            (Runtime::Crun, true) | (_, false) => None,
            (_, true) => Some(
                "runc 1.1.5 takes no profile with flags, and newer ones none with flags they do not know",
            ),
        };
        notes.extend(about_flags.map(|message| whole(message.to_owned())));
        Ok(AsRun { policy, missing_above, refusals, notes })
    }

    /// A text that is not for this runtime. Of a profile systemd could say the calls, and not the conditions.
    fn foreign(
        self,
        name: &str,
        text: &str,
        options: &Options,
        written: Option<Format>,
    ) -> Result<AsRun, Diagnostics> {
        let imported = import(name, text, options)?;
        let mut policy = imported.policy;
        let mut notes = imported.notes;
        notes.retain(|note| note.kind != NoteKind::NotHere);
        let mut refusals = Vec::new();
        if written != Some(Format::Systemd) || self != Runtime::Systemd {
            let what = written.unwrap_or(imported.format);
            refusals.push(format!("{} reads no text of {what}", self.name()));
        }
        if let (Runtime::Systemd, Some(calls)) = (self, &mut policy.syscalls) {
            without_conditions(calls);
        }
        Ok(AsRun { policy, missing_above: Vec::new(), refusals, notes })
    }

    fn refusals(self, calls: &Syscalls, facts: &Facts) -> Vec<String> {
        let notified = calls.rules.iter().filter(|rule| rule.action == Action::UserNotif);
        let names: Vec<&str> = notified.map(|rule| rule.name.as_str()).collect();
        let by_default = calls.default == Action::UserNotif;
        let mut refusals = Vec::new();
        if self == Runtime::Crun {
            if facts.tsync && (by_default || !names.is_empty()) {
                refusals
                    .push("crun installs no filter with SECCOMP_FILTER_FLAG_TSYNC that notifies".to_owned());
            }
            return refusals;
        }
        if by_default {
            refusals.push("runc takes no SCMP_ACT_NOTIFY as the default".to_owned());
        }
        if names.contains(&"write") {
            refusals.push(
                "runc takes no SCMP_ACT_NOTIFY for write, with which it starts the container".to_owned(),
            );
        }
        if !facts.listener && (by_default || !names.is_empty()) {
            refusals.push("runc takes no SCMP_ACT_NOTIFY without a `listenerPath`".to_owned());
        }
        refusals
    }
}

/// What a profile says beside its rules.
#[derive(Debug, Default)]
struct Facts {
    /// Names in rules that no gate keeps out.
    names: Vec<String>,
    /// The ABIs listed; `None` where Docker's map has them.
    arches: Option<Vec<String>>,
    /// What a policy does not say and a runtime does: flags, and the listener.
    taken: Vec<Range<usize>>,
    flags: bool,
    tsync: bool,
    listener: bool,
}

impl Facts {
    fn of(text: &str, runtime: Runtime) -> Facts {
        fn member<'m, 't>(members: &'m [Member<'t>], key: &str) -> Option<&'m Json<'t>> {
            members.iter().find(|member| member.key == key).map(|member| &member.value)
        }
        fn inner<'m, 't>(members: &'m [Member<'t>], key: &str) -> Option<&'m [Member<'t>]> {
            match member(members, key) {
                Some(Json::Table(members)) => Some(members),
                _ => None,
            }
        }
        let Ok(Json::Table(top)) = parse(text) else { return Facts::default() };
        let profile = inner(&top, "linux").and_then(|linux| inner(linux, "seccomp")).unwrap_or(&top);
        let flags = match member(profile, "flags") {
            Some(Json::List(flags)) => flags.as_slice(),
            _ => &[],
        };
        let texts = |list: Option<&Json<'_>>| match list {
            Some(Json::List(list)) => list
                .iter()
                .filter_map(|word| match word {
                    Json::Text(word) => Some(word.clone().into_owned()),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        };
        let mut names = Vec::new();
        if let Some(Json::List(rules)) = member(profile, "syscalls") {
            for rule in rules {
                let Json::Table(rule) = rule else { continue };
                let gated = member(rule, "includes").or(member(rule, "excludes")).is_some();
                if !gated || runtime != Runtime::Docker {
                    names.extend(texts(member(rule, "names")));
                }
            }
        }
        let places = Places { text };
        let mut taken = Vec::new();
        for member in profile {
            match (member.key.as_ref(), &member.value) {
                ("listenerPath" | "listenerMetadata", _) => taken.push(places.of_key(member)),
                ("flags", Json::List(flags)) => {
                    let list = places.of_value(member);
                    taken.extend(flags.iter().map(|flag| places.of_element(&list, flag)));
                }
                _ => {}
            }
        }
        let mapped = runtime == Runtime::Docker && member(profile, "archMap").is_some();
        let arches = (!mapped).then(|| texts(member(profile, "architectures")));
        let tsync = |flag: &Json<'_>| matches!(flag, Json::Text(flag) if flag == "SECCOMP_FILTER_FLAG_TSYNC");
        Facts {
            names,
            arches,
            taken,
            flags: !flags.is_empty(),
            tsync: flags.iter().any(tsync),
            listener: matches!(member(profile, "listenerPath"), Some(Json::Text(path)) if !path.is_empty()),
        }
    }
}

impl Facts {
    /// Whether the profile lists an ABI that it is for.
    fn lists(&self, abi: Abi) -> bool {
        let listed =
            |names: &Vec<String>| arch_name(abi).is_some_and(|own| names.iter().any(|name| name == own));
        self.arches.as_ref().is_none_or(listed)
    }
}

/// crun starts a container without a listener: notified calls then find nobody.
fn notify_nobody(calls: &mut Syscalls, facts: &Facts, notes: &mut Vec<ImportNote>) {
    let nobody = |action: &mut Action| {
        let notifies = *action == Action::UserNotif;
        if notifies {
            *action = Action::Errno(Errno::ENOSYS);
        }
        notifies
    };
    if facts.listener {
        return;
    }
    let mut any = nobody(&mut calls.default);
    for rule in &mut calls.rules {
        any |= nobody(&mut rule.action);
    }
    if any {
        let message = "without a `listenerPath` crun lets notified calls fail with ENOSYS".to_owned();
        notes.push(whole(message));
    }
}

/// A note about the text as a whole.
fn whole(message: String) -> ImportNote {
    ImportNote { span: 0..0, kind: NoteKind::Consumer, message }
}

/// The greatest number that is named on each ABI that is listed, by rules too that answer the default. runc asks for
/// that before its filter, unless unknown calls run or get ENOSYS anyhow.
fn youngest(calls: &Syscalls, facts: &Facts) -> Vec<(Abi, u32)> {
    match calls.default {
        Action::Allow | Action::Log | Action::Trace(_) | Action::Errno(Errno::ENOSYS) => return Vec::new(),
        _ => {}
    }
    let last = |abi: &Abi| {
        let targets = calls.rules.iter().flat_map(|rule| &rule.targets);
        let ruled = targets.filter(|target| target.abi == *abi).map(|target| *target.numbers.end());
        let named = facts.names.iter().filter_map(|name| Sysno::from_name(*abi, name)).map(|call| call.nr);
        Some((*abi, ruled.chain(named).max()?))
    };
    let listed = |abi: &&Abi| facts.lists(**abi);
    calls.arches.iter().filter(listed).filter_map(last).collect()
}

/// What is left of a policy where calls are let through or refused altogether: whoever runs under some condition
/// runs.
fn without_conditions(calls: &mut Syscalls) {
    let default = calls.default;
    calls.rules.retain_mut(|rule| {
        let looser = rule.action.rank() <= default.rank();
        for target in rule.targets.iter_mut().filter(|target| looser && !target.when.is_always()) {
            target.when = Condition::ALWAYS;
        }
        rule.targets.retain(|target| target.when.is_always());
        !rule.targets.is_empty()
    });
}

#[cfg(test)]
mod tests {
    use super::Runtime;
    use crate::import::Options;
    use callgate_abi::{Abi, Action, Errno, KernelVersion, SeccompData, Sysno};

    const SAME_ARGUMENT: &str = r#"{"defaultAction": "SCMP_ACT_ERRNO", "architectures": ["SCMP_ARCH_X86"], "syscalls": [
        {"names": ["read", "landlock_restrict_self"], "action": "SCMP_ACT_ALLOW"},
        {"names": ["socket"], "action": "SCMP_ACT_ALLOW", "args": [
            {"index": 0, "op": "SCMP_CMP_GE", "value": 1}, {"index": 0, "op": "SCMP_CMP_LE", "value": 10}]},
        {"names": ["mount"], "action": "SCMP_ACT_ALLOW", "includes": {"caps": ["CAP_SYS_ADMIN"]}}]}"#;

    fn options() -> Options {
        Options { native: Abi::X86_64, ..Options::new(KernelVersion { major: 6, minor: 1 }) }
    }

    fn gets(runtime: Runtime, name: &str, arg: u64) -> Action {
        let run = runtime.run("profile.json", SAME_ARGUMENT, &options()).unwrap();
        let nr = Sysno::from_name(Abi::X86_64, name).unwrap().nr as i32;
        let args = [arg, 0, 0, 0, 0, 0];
        let data = SeccompData { nr, arch: Abi::X86_64.audit_arch(), args, ..SeccompData::default() };
        run.policy.syscalls.unwrap().evaluate(&data).action
    }

    #[test]
    fn conditions_of_one_argument_gates_and_the_machines_own_abi() {
        let refused = Action::Errno(Errno::EPERM);
        for runtime in [Runtime::Docker, Runtime::Runc, Runtime::Crun] {
            assert_eq!(gets(runtime, "read", 0), Action::Allow, "x86_64 is not listed");
            assert_eq!(gets(runtime, "socket", 40), Action::Allow, "one condition is enough");
        }
        assert_eq!(gets(Runtime::Docker, "mount", 0), refused);
        assert_eq!(gets(Runtime::Runc, "mount", 0), Action::Allow);
    }

    #[test]
    fn runc_takes_unknown_numbers_for_young_calls() {
        let above =
            |runtime: Runtime| runtime.run("profile.json", SAME_ARGUMENT, &options()).unwrap().missing_above;
        // mount is not it, and x86_64 is not listed.
        assert_eq!(above(Runtime::Runc), [(Abi::I386, 446)]);
        assert_eq!(above(Runtime::Crun), []);
    }

    #[test]
    fn what_runtimes_do_not_take() {
        let text = r#"{"defaultAction": "SCMP_ACT_ALLOW", "flags": ["SECCOMP_FILTER_FLAG_TSYNC"],
            "syscalls": [{"names": ["write"], "action": "SCMP_ACT_NOTIFY"}]}"#;
        let refusals = |runtime: Runtime, text: &str| {
            runtime.run("profile.json", text, &options()).unwrap().refusals.len()
        };
        assert_eq!([Runtime::Runc, Runtime::Crun, Runtime::Systemd].map(|r| refusals(r, text)), [2, 1, 1]);
        let unit = "SystemCallFilter=read write";
        assert_eq!([Runtime::Runc, Runtime::Systemd].map(|r| refusals(r, unit)), [1, 0]);
        let run = Runtime::Crun.run("profile.json", text, &options()).unwrap();
        // The flag is nothing that it leaves out.
        assert!(run.notes.iter().all(|note| !note.message.contains("TSYNC")), "{:?}", run.notes);
        assert_eq!(run.policy.syscalls.unwrap().rules[0].action, Action::Errno(Errno::ENOSYS));
    }
}
