//! What Landlock holds by itself: nothing is asked of the supervisor for it, and nothing of it is reported.
//!
//! Landlock knows grants on files that exist and on all beneath them, and grants of TCP ports. A rule is lowered to it
//! where that is the rule's whole meaning for the operation, for all rules of the operation at once; one that is not
//! keeps the operation with the supervisor. Rules with `via = "kernel"` accept less than they say (a name that does not
//! exist at the start, a granted folder that cannot be removed), never more.

use crate::abilities::{Abilities, Engine};
use crate::anchors::{Anchor, Anchors, Grant};
use crate::concern::{Concerns, Execution, allows};
use crate::traced::Traces;
use callgate_abi::Errno;
use callgate_policy::model::{DefaultDecision, Matcher, Rule};
use callgate_policy::pattern::{AddressPattern, ParsedAddress};
use callgate_policy::{Decision, Object, Operation, Policy, Report, Via};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// From this version (Linux 5.19) on, renaming between folders can stay allowed.
pub(crate) const WITH_REFER: u32 = 2;
/// From this version (Linux 6.2) on, truncation is a right of its own.
const WITH_TRUNCATE: u32 = 3;
/// From this version (Linux 6.7) on, there are TCP ports.
const WITH_TCP: u32 = 4;
/// A ruleset has a rule for each port; more than this would make the start slow.
const MAX_PORTS: usize = 1024;

/// What Landlock holds by itself, beside execution ([`crate::Plan::landlock_execute`]). `None`: the supervisor judges it,
/// if anything does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Landlock {
    /// Reading and listing are denied but for these files and folders and all beneath them.
    pub read: Option<Vec<PathBuf>>,
    /// Changing contents and names likewise; mode, owner, times and attributes are not Landlock's.
    pub write: Option<Vec<PathBuf>>,
    /// Connecting by TCP is denied but to these ports.
    pub connect: Option<Ports>,
    /// Binding a TCP socket is denied but to these ports.
    pub bind: Option<Ports>,
}

impl Landlock {
    /// Whether it holds anything.
    pub fn any(&self) -> bool {
        self.read.is_some() || self.write.is_some() || self.connect.is_some() || self.bind.is_some()
    }
}

/// TCP ports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ports {
    /// Every one: nothing needs to be denied.
    All,
    /// These.
    Listed(Vec<u16>),
}

/// Why an operation stays with the supervisor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Blocked {
    /// The rule that is in the way; `None` when it is the policy as a whole, or the machine.
    pub(crate) rule: Option<usize>,
    /// What it lacks.
    pub(crate) why: String,
    /// What to write instead.
    pub(crate) instead: Option<String>,
}

impl Blocked {
    fn whole(why: impl Into<String>) -> Blocked {
        Blocked { rule: None, why: why.into(), instead: None }
    }

    fn rule(rule: usize, why: impl Into<String>) -> Blocked {
        Blocked { rule: Some(rule), why: why.into(), instead: None }
    }

    fn instead(self, text: impl Into<String>) -> Blocked {
        Blocked { instead: Some(text.into()), ..self }
    }
}

/// What was found for each operation that Landlock knows and the policy restricts.
#[expect(clippy::struct_excessive_bools, reason = "each is an independent kind of call")]
#[derive(Debug, Clone, Default)]
pub(crate) struct Lowering {
    read: Option<Result<Vec<PathBuf>, Blocked>>,
    write: Option<Result<Vec<PathBuf>, Blocked>>,
    connect: Option<Result<Ports, Blocked>>,
    bind: Option<Result<Ports, Blocked>>,
    /// Every address may be listened at, and nothing of it is to be reported.
    listen: bool,
    /// Every address may be sent to, likewise.
    send: bool,
    /// A folder is granted by what is in it: a file without a name is then the folder's.
    pub(crate) inside: bool,
    /// Every rule on writes has `via = "kernel"`: nothing of them is asked of the supervisor.
    pub(crate) writes_by_kernel: bool,
    /// What rules with `via = "kernel"` say and the kernel does not do.
    pub(crate) stricter: Vec<(usize, String)>,
}

impl Lowering {
    pub(crate) fn holds(&self, operation: Operation) -> bool {
        match operation {
            Operation::FsRead => matches!(self.read, Some(Ok(_))),
            Operation::FsWrite => matches!(self.write, Some(Ok(_))),
            Operation::NetConnect => matches!(self.connect, Some(Ok(_))),
            Operation::NetBind => matches!(self.bind, Some(Ok(_))),
            Operation::NetListen => self.listen,
            Operation::NetSend => self.send,
            Operation::FsExec | Operation::FsHide => false,
        }
    }

    /// Whether there is nothing to hold: every address is allowed.
    pub(crate) fn is_free(&self, operation: Operation) -> bool {
        match operation {
            Operation::NetConnect => matches!(self.connect, Some(Ok(Ports::All))),
            Operation::NetBind => matches!(self.bind, Some(Ok(Ports::All))),
            other => matches!(other, Operation::NetListen | Operation::NetSend) && self.holds(other),
        }
    }

    /// Why Landlock does not hold an operation that it knows.
    pub(crate) fn blocked(&self, operation: Operation) -> Option<&Blocked> {
        match operation {
            Operation::FsRead => self.read.as_ref()?.as_ref().err(),
            Operation::FsWrite => self.write.as_ref()?.as_ref().err(),
            Operation::NetConnect => self.connect.as_ref()?.as_ref().err(),
            Operation::NetBind => self.bind.as_ref()?.as_ref().err(),
            _ => None,
        }
    }

    pub(crate) fn landlock(&self) -> Landlock {
        Landlock {
            read: self.read.clone().and_then(Result::ok),
            write: self.write.clone().and_then(Result::ok),
            connect: self.connect.clone().and_then(Result::ok),
            bind: self.bind.clone().and_then(Result::ok),
        }
    }
}

/// What is asked of each operation in turn.
#[derive(Clone, Copy)]
struct Question<'p> {
    policy: &'p Policy,
    concerns: Concerns,
    abilities: &'p Abilities,
    engine: Engine,
    anchors: &'p Anchors,
    traced: bool,
}

/// Finds what Landlock can hold.
pub(crate) fn lower(
    policy: &Policy,
    concerns: Concerns,
    abilities: &Abilities,
    engine: Engine,
    traces: Traces,
    anchors: &Anchors,
) -> Lowering {
    let question = Question { policy, concerns, abilities, engine, anchors, traced: traces.any() };
    let mut lowering = Lowering::default();
    let mut stricter = Vec::new();
    if concerns.write {
        lowering.write = Some(question.files(Operation::FsWrite, &mut stricter));
    }
    if concerns.read {
        lowering.read = Some(question.files(Operation::FsRead, &mut stricter));
    }
    if concerns.connect {
        lowering.connect = Some(question.ports(Operation::NetConnect));
    }
    if concerns.bind {
        lowering.bind = Some(question.ports(Operation::NetBind));
    }
    lowering.send = concerns.send && question.is_free(Operation::NetSend, &["udp:*:*", "unix:/", "unix:@*"]);
    lowering.listen = concerns.listen
        && lowering.is_free(Operation::NetBind)
        && question.is_free(Operation::NetListen, &["tcp:*:*", "unix:/", "unix:@*"]);
    if lowering.holds(Operation::FsWrite) {
        let grants = question.allowing(Operation::FsWrite).filter_map(|(_, rule)| Grant::of(rule));
        lowering.inside = grants.into_iter().any(|grant| grant.inside);
        lowering.writes_by_kernel = question.by_kernel(Operation::FsWrite);
    }
    stricter.sort();
    stricter.dedup();
    lowering.stricter = stricter;
    lowering
}

impl<'p> Question<'p> {
    fn allowing(self, operation: Operation) -> impl Iterator<Item = (usize, &'p Rule)> {
        self.policy.rules.iter().enumerate().filter(move |(_, rule)| allows(rule, operation))
    }

    /// Whether every rule that allows the operation asks for the kernel.
    fn by_kernel(self, operation: Operation) -> bool {
        let mut any = false;
        self.allowing(operation).all(|(_, rule)| {
            any = true;
            rule.via == Via::Kernel
        }) && any
    }

    /// Whether the policy accepts that a denial of the operation is not reported.
    fn silent(self, operation: Operation) -> Result<(), Blocked> {
        if self.policy.report == Report::None {
            return Ok(());
        }
        if self.policy.report == Report::All {
            return Err(Blocked::whole("every judged call is to be reported, and the kernel reports none")
                .instead("report = \"none\""));
        }
        if self.by_kernel(operation) {
            return Ok(());
        }
        Err(Blocked::whole("denials are to be reported, and the kernel reports none")
            .instead("report = \"none\", or via = \"kernel\" in each rule of it"))
    }

    /// What no operation can do without.
    fn common(self, operation: Operation, version: u32, release: &str) -> Result<(), Blocked> {
        if self.policy.default == Some(DefaultDecision::Allow) {
            return Err(Blocked::whole(
                "what no rule denies is allowed, and Landlock knows only what is allowed",
            )
            .instead("default = \"deny\" and rules that allow"));
        }
        if !self.engine.landlock_execute {
            return Err(Blocked::whole("whoever starts the run does not use Landlock"));
        }
        if self.abilities.landlock_abi < version {
            return Err(Blocked::whole(match self.abilities.landlock_abi {
                0 => format!("it needs Landlock {version} ({release}), and there is none here"),
                here => format!("it needs Landlock {version} ({release}), and here is Landlock {here}"),
            }));
        }
        if !self.abilities.listener_free {
            return Err(Blocked::whole(
                "another supervisor listens on this process, and what it performs for the program no Landlock of the \
                 program's holds",
            ));
        }
        if self.traced {
            return Err(Blocked::whole("the run is traced, and the tracer judges"));
        }
        for (index, rule) in self.policy.rules.iter().enumerate() {
            if !rule.operations.contains(&operation) {
                continue;
            }
            let except = match &rule.matcher {
                Matcher::Path { except, .. } => !except.is_empty(),
                Matcher::Address { except, .. } => !except.is_empty(),
            };
            match rule.decision {
                Decision::Allow if matches!(rule.via, Via::Supervisor | Via::Ptrace) => {
                    return Err(
                        Blocked::rule(index, "it asks for another mechanism").instead("leave out `via`")
                    );
                }
                Decision::Allow if except => {
                    return Err(Blocked::rule(index, "Landlock has no exceptions")
                        .instead("list what is to be allowed"));
                }
                Decision::Allow => {}
                Decision::Log => return Err(Blocked::rule(index, "each matching call is to be reported")),
                Decision::Ask => return Err(Blocked::rule(index, "somebody is to be asked")),
                Decision::Deny(errno) => self.denies_nothing_allowed(index, rule, operation, errno)?,
            }
        }
        Ok(())
    }

    /// A rule that denies what no rule allows says nothing that the default does not, if by the same error.
    fn denies_nothing_allowed(
        self,
        index: usize,
        rule: &Rule,
        operation: Operation,
        errno: Errno,
    ) -> Result<(), Blocked> {
        let overlaps = |allowing: &Rule| match (&rule.matcher, &allowing.matcher) {
            (Matcher::Path { at, .. }, Matcher::Path { at: allowed, .. }) => at.overlaps(allowed).is_some(),
            (Matcher::Address { at, .. }, Matcher::Address { at: allowed, .. }) => {
                at.overlaps(allowed).is_some()
            }
            _ => false,
        };
        if let Some((_, allowed)) = self.allowing(operation).find(|(_, allowing)| overlaps(allowing)) {
            return Err(Blocked::rule(
                index,
                format!(
                    "it denies something of what `{}` allows, and Landlock cannot take away",
                    allowed.origin.text
                ),
            )
            .instead("allow only what is beside it"));
        }
        if errno != Errno::EACCES {
            return Err(Blocked::rule(index, format!("Landlock answers EACCES, not {errno}")));
        }
        Ok(())
    }

    fn files(
        self,
        operation: Operation,
        stricter: &mut Vec<(usize, String)>,
    ) -> Result<Vec<PathBuf>, Blocked> {
        let (version, release) = match operation {
            Operation::FsWrite => (WITH_TRUNCATE, "Linux 6.2"),
            _ => (WITH_REFER, "Linux 5.19"),
        };
        self.common(operation, version, release)?;
        if self.concerns.hide {
            return Err(Blocked::whole("some names are hidden, and Landlock hides none"));
        }
        if self.concerns.redirect {
            return Err(Blocked::whole("some opens are redirected"));
        }
        let mut grants = Vec::new();
        for (index, rule) in self.allowing(operation) {
            let Some(grant) = Grant::of(rule) else {
                return Err(
                    Blocked::rule(index, "Landlock has no wildcards").instead("name folders and files")
                );
            };
            grants.push((index, rule, grant));
        }
        // Before the names: where something is to be reported, nobody has looked them up.
        self.silent(operation)?;
        let mut granted: Vec<PathBuf> = Vec::new();
        let mut remarks = Vec::new();
        for (index, rule, grant) in grants {
            match self.grant(operation, index, &grant, rule.via == Via::Kernel)? {
                Granted::Nothing => {}
                Granted::NothingYet => remarks.push((
                    index,
                    "nothing is there: should it be made, it stays denied until the next run".to_owned(),
                )),
                Granted::Anchor => granted.push(grant.anchor),
                Granted::ButItself => {
                    remarks.push((
                        index,
                        "the granted name itself can be neither removed nor renamed: Landlock grants what is beneath it"
                            .to_owned(),
                    ));
                    granted.push(grant.anchor);
                }
            }
        }
        granted.sort_unstable();
        granted.dedup();
        self.processes(&granted)?;
        if operation == Operation::FsRead
            && let Some(image) =
                self.anchors.launch.iter().find(|image| !self.allowed(Operation::FsRead, image))
        {
            return Err(Blocked::whole(format!(
                "no rule lets the program read {}, which it is started from, and Landlock would have to",
                image.display()
            )));
        }
        stricter.extend(remarks);
        Ok(granted)
    }

    fn allowed(self, operation: Operation, path: &Path) -> bool {
        let object = Object::Path(path.as_os_str().as_bytes().to_vec());
        self.policy.evaluate(operation, &object).is_allowed()
    }

    /// Whether a grant on what stands there now is what the rule says.
    fn grant(
        self,
        operation: Operation,
        index: usize,
        grant: &Grant,
        lenient: bool,
    ) -> Result<Granted, Blocked> {
        let shown = grant.anchor.display();
        let renamed = |path: &Path| {
            Blocked::rule(
                index,
                format!(
                    "the program may rename {}, and Landlock would go on granting it elsewhere",
                    path.display()
                ),
            )
        };
        // Whoever may write it may also say that it cannot be removed.
        let lenient = lenient
            || self.allowing(Operation::FsWrite).any(|(_, rule)| {
                rule.via == Via::Kernel && Grant::of(rule).is_some_and(|other| other.anchor == grant.anchor)
            });
        // What is around it is another rule's, which is looked at for itself.
        let covered = self.covered(grant);
        if !covered {
            for path in grant.anchor.ancestors().skip(1).filter(|path| path.parent().is_some()) {
                if self.allowed(Operation::FsWrite, path) {
                    return Err(renamed(path));
                }
            }
        }
        let itself = self.allowed(Operation::FsWrite, &grant.anchor) && grant.anchor.parent().is_some();
        match self.anchors.found.get(&grant.anchor).copied() {
            None => Err(Blocked::rule(index, "it is not known what stands there")),
            Some(Anchor::Unfit(why)) => Err(Blocked::rule(index, why)),
            Some(Anchor::Missing) if lenient => Ok(Granted::NothingYet),
            Some(Anchor::Missing) => {
                Err(Blocked::rule(index, format!("{shown} does not exist, and Landlock holds on to files"))
                    .instead("make it before the start, leave it out, or say via = \"kernel\""))
            }
            Some(Anchor::Link) if itself && !lenient => Err(renamed(&grant.anchor)),
            Some(Anchor::Link) => Ok(Granted::Nothing),
            Some(Anchor::Found { folder: false, .. }) if grant.inside => Ok(Granted::Nothing),
            Some(Anchor::Found { .. }) if operation == Operation::FsRead && grant.inside => {
                if self.allowed(Operation::FsRead, &grant.anchor) {
                    Ok(Granted::Anchor)
                } else {
                    Err(Blocked::rule(index, format!("Landlock would let {shown} be listed too"))
                        .instead(format!("read = [\"{shown}\"] beside it")))
                }
            }
            Some(Anchor::Found { fixed, folder }) if itself && !fixed && !covered => {
                if lenient {
                    return Ok(Granted::ButItself);
                }
                let blocked = Blocked::rule(
                    index,
                    format!(
                        "the rule lets {shown} itself be removed and made anew, and Landlock would grant only the old one"
                    ),
                );
                Err(if folder {
                    let read = if self.reads_freely(&grant.anchor) { "" } else { " and read it" };
                    blocked.instead(format!("allow what is in it{read}, not the folder itself: \"{shown}/*\"; or say via = \"kernel\""))
                } else {
                    blocked.instead("say via = \"kernel\": it can then be neither removed nor renamed")
                })
            }
            Some(Anchor::Found { .. }) => Ok(Granted::Anchor),
        }
    }

    fn reads_freely(self, path: &Path) -> bool {
        let elsewhere =
            self.allowing(Operation::FsRead).filter(|(_, rule)| !allows(rule, Operation::FsWrite));
        let object = Object::Path(path.as_os_str().as_bytes().to_vec());
        elsewhere.into_iter().any(|(_, rule)| rule.matches(&object))
    }

    /// Whether another grant of writes has it beneath: it may be renamed, and keeps every right by that.
    fn covered(self, grant: &Grant) -> bool {
        self.allowing(Operation::FsWrite)
            .filter_map(|(_, rule)| Grant::of(rule))
            .any(|other| other.anchor != grant.anchor && grant.anchor.starts_with(&other.anchor))
    }

    /// A capability opens what Landlock's domain keeps shut in /proc (`may_access_mm`): for who has any, no procfs may be
    /// granted.
    fn processes(self, granted: &[PathBuf]) -> Result<(), Blocked> {
        let meets = |procfs: &&PathBuf| {
            granted.iter().any(|path| procfs.starts_with(path) || path.starts_with(procfs))
        };
        match self.anchors.procfs.iter().find(meets) {
            Some(procfs) if self.abilities.privileged => Err(Blocked::whole(format!(
                "files of processes are granted with {}, and only the supervisor keeps a privileged program from those of others",
                procfs.display()
            ))
            .instead("run as an ordinary user, or grant what is beside it")),
            _ => Ok(()),
        }
    }

    /// Whether rules allow all of these, each of which one rule covers. Exceptions were looked for.
    fn allows_all(self, operation: Operation, patterns: &[&str]) -> bool {
        patterns.iter().all(|pattern| {
            let Ok(ParsedAddress::Pattern(all)) = AddressPattern::parse(pattern.as_bytes()) else {
                return false;
            };
            self.allowing(operation).any(|(_, rule)| {
                matches!(&rule.matcher, Matcher::Address { at, .. } if at.covers(&all).unwrap_or(false))
            })
        })
    }

    /// Whether an operation is allowed with each of these addresses, and nobody need hear of it.
    fn is_free(self, operation: Operation, patterns: &[&str]) -> bool {
        let redirected = self.policy.net_redirects.iter().any(|redirect| redirect.operation == operation);
        self.common(operation, 0, "").is_ok()
            && !redirected
            && self.allows_all(operation, patterns)
            && self.silent(operation).is_ok()
    }

    fn ports(self, operation: Operation) -> Result<Ports, Blocked> {
        self.common(operation, WITH_TCP, "Linux 6.7")?;
        if self.policy.net_redirects.iter().any(|redirect| redirect.operation == operation) {
            return Err(Blocked::whole("some addresses are redirected"));
        }
        if !self.allows_all(operation, &["udp:*:*", "unix:/", "unix:@*"]) {
            return Err(Blocked::whole(
                "Landlock knows TCP ports only, and which kind of socket it is shows only to who looks at it",
            )
            .instead("allow all of udp:*:*, unix:/ and unix:@* too"));
        }
        let mut ports = Vec::new();
        for (index, rule) in self.allowing(operation) {
            let Matcher::Address { at, .. } = &rule.matcher else { continue };
            let Some((every_host, range)) = at.tcp_ports() else { continue };
            if !every_host {
                return Err(Blocked::rule(index, "Landlock knows ports and no hosts").instead("tcp:*:PORT"));
            }
            if range == (0..=u16::MAX) {
                self.silent(operation)?;
                return Ok(Ports::All);
            }
            ports.extend(range);
            ports.sort_unstable();
            ports.dedup();
            if ports.len() > MAX_PORTS {
                return Err(Blocked::rule(
                    index,
                    format!("Landlock takes ports one by one, and more than {MAX_PORTS} would make each start slow"),
                )
                .instead("fewer ports, or all of them"));
            }
        }
        self.silent(operation)?;
        Ok(Ports::Listed(ports))
    }
}

/// What is granted for a rule.
enum Granted {
    /// No resolved name can match it.
    Nothing,
    /// Nothing is there, and the rule accepts that it stays denied.
    NothingYet,
    /// What stands there and all beneath.
    Anchor,
    /// The same, and the rule accepts that it cannot be removed.
    ButItself,
}

/// Whether renaming may be left to Landlock: what may be renamed may then be read and written under either name, and
/// what may be executed is no other question.
pub(crate) fn holds_renames(lowering: &Lowering, concerns: Concerns) -> bool {
    lowering.holds(Operation::FsWrite)
        && (!concerns.read || lowering.holds(Operation::FsRead))
        && concerns.execute != Execution::Listed
}
