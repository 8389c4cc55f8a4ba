//! Which calls a policy's resource rules can concern at all.

use callgate_policy::model::{DefaultDecision, Matcher, Rule};
use callgate_policy::pattern::PathPattern;
use callgate_policy::{Decision, Operation, Policy, Report, Via};

/// What a policy's default and its allow rules say of execution.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Execution {
    /// Everything may be executed, but for deny rules.
    #[default]
    Free,
    /// What some rule lists.
    Listed,
    /// Nothing.
    Refused,
}

/// What must be looked at, so that nothing is notified that no rule can concern.
#[expect(clippy::struct_excessive_bools, reason = "each is an independent question about the policy")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Concerns {
    /// Files: reads are restricted, reported, or granted with the supervisor's rights.
    pub(crate) read: bool,
    /// Files: writes are.
    pub(crate) write: bool,
    /// Files: some name does not exist for the target, whatever is done with it.
    pub(crate) hide: bool,
    /// Some open goes elsewhere.
    pub(crate) redirect: bool,
    /// Files: what may be executed.
    pub(crate) execute: Execution,
    /// Files: each execution is looked at.
    pub(crate) executions: bool,
    /// connect is.
    pub(crate) connect: bool,
    /// bind is.
    pub(crate) bind: bool,
    /// listen is.
    pub(crate) listen: bool,
    /// Sending with an address is.
    pub(crate) send: bool,
    /// What no rule allows is denied, so what no rule can name is denied too.
    pub(crate) default_deny: bool,
    /// What of this Landlock holds by itself.
    pub(crate) held: Held,
}

/// What nobody needs to be asked about, since Landlock holds it.
#[expect(clippy::struct_excessive_bools, reason = "each is an independent kind of call")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Held {
    /// Opens that read.
    pub(crate) read: bool,
    /// Opens that write, and new and removed names.
    pub(crate) write: bool,
    /// Renames too.
    pub(crate) renames: bool,
    /// Mode, owner, times and attributes: not even Landlock asks about them.
    pub(crate) metadata: bool,
    /// A file without a name is to be judged by its folder all the same.
    pub(crate) nameless: bool,
    /// connect.
    pub(crate) connect: bool,
    /// Every TCP port may be connected to.
    pub(crate) connects_anywhere: bool,
    /// bind of addresses.
    pub(crate) bind: bool,
    /// listen.
    pub(crate) listen: bool,
    /// Sending with an address.
    pub(crate) send: bool,
}

impl Concerns {
    pub(crate) fn of(policy: &Policy) -> Concerns {
        let speaks = policy.default.is_some()
            || !policy.rules.is_empty()
            || !policy.fs_redirects.is_empty()
            || !policy.net_redirects.is_empty();
        if !speaks {
            return Concerns::default();
        }
        // Rules without a default are a fragment used alone, and that means deny.
        let default_deny = policy.default != Some(DefaultDecision::Allow);
        let everything_allowed =
            |operation| policy.rules.iter().any(|rule| allows_everything(rule, operation));
        let restricted = |operation: Operation| {
            policy.report == Report::All
                || (default_deny && !everything_allowed(operation))
                || policy.rules.iter().any(|rule| {
                    rule.operations.contains(&operation)
                        && (rule.decision != Decision::Allow || rule.via == Via::Supervisor)
                })
        };
        let redirected =
            |operation| policy.net_redirects.iter().any(|redirect| redirect.operation == operation);
        let hide = policy.rules.iter().any(hides);
        Concerns {
            read: hide || restricted(Operation::FsRead),
            write: hide || restricted(Operation::FsWrite),
            hide,
            redirect: !policy.fs_redirects.is_empty(),
            // Execution is refused or confined, never judged call by call: a report asks nothing of it.
            execute: if !default_deny || everything_allowed(Operation::FsExec) {
                Execution::Free
            } else if policy.rules.iter().any(|rule| allows(rule, Operation::FsExec)) {
                Execution::Listed
            } else {
                Execution::Refused
            },
            executions: false,
            connect: restricted(Operation::NetConnect) || redirected(Operation::NetConnect),
            bind: restricted(Operation::NetBind) || redirected(Operation::NetBind),
            listen: restricted(Operation::NetListen) || redirected(Operation::NetListen),
            send: restricted(Operation::NetSend) || redirected(Operation::NetSend),
            default_deny,
            held: Held::default(),
        }
    }

    /// Some file operation is judged.
    pub(crate) fn fs(self) -> bool {
        self.read || self.write || self.redirect || self.executions || self.execute != Execution::Free
    }

    /// Some socket operation is judged.
    pub(crate) fn net(self) -> bool {
        self.connect || self.bind || self.listen || self.send
    }

    /// Anything is judged: the side doors are closed.
    pub(crate) fn resources(self) -> bool {
        self.fs() || self.net()
    }

    /// Reads are judged by the supervisor.
    pub(crate) fn asks_reads(self) -> bool {
        self.read && !self.held.read
    }

    /// Writes are.
    pub(crate) fn asks_writes(self) -> bool {
        self.write && !self.held.write
    }

    /// connect is.
    pub(crate) fn asks_connects(self) -> bool {
        self.connect && !self.held.connect
    }

    /// Whether an operation is judged.
    pub(crate) fn operation(self, operation: Operation) -> bool {
        match operation {
            Operation::FsRead => self.read,
            Operation::FsWrite => self.write,
            Operation::FsExec => self.executions || self.execute != Execution::Free,
            Operation::FsHide => self.hide,
            Operation::NetConnect => self.connect,
            Operation::NetBind => self.bind,
            Operation::NetListen => self.listen,
            Operation::NetSend => self.send,
        }
    }
}

/// Whether the rule allows the operation on something.
pub(crate) fn allows(rule: &Rule, operation: Operation) -> bool {
    rule.operations.contains(&operation) && rule.decision == Decision::Allow
}

/// Whether the rule makes names nonexistent.
pub(crate) fn hides(rule: &Rule) -> bool {
    rule.operations.contains(&Operation::FsHide) && rule.decision != Decision::Allow
}

/// Whether the rule alone allows the operation on every file, so that a default of deny is never reached.
fn allows_everything(rule: &Rule, operation: Operation) -> bool {
    let Matcher::Path { at, except } = &rule.matcher else { return false };
    // A pattern that begins somewhere cannot cover everything: most rules need no automaton.
    if at.literal_prefix().len() > 1 {
        return false;
    }
    let Ok(root) = PathPattern::literal(b"/") else { return false };
    allows(rule, operation)
        && except.is_empty()
        // Undecided counts as not covered: the calls are then notified, which is always right.
        && at.covers(&root).unwrap_or(false)
}
