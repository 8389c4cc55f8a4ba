//! From verdicts to events.

use crate::procfs;
use crate::target::{Caller, Target};
use callgate_abi::{Errno, SeccompData, Sysno};
use callgate_events::{self as events, Bytes, CallEvent, Event};
use callgate_policy::{Object, Operation, Origin, Policy};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

/// Where the events of a run go. Called from several threads, for each event in turn; what it does is
/// done before the refused call returns to its caller.
pub trait Sink: Send + Sync {
    /// Takes one event.
    fn event(&self, event: Event);
}

impl<F: Fn(Event) + Send + Sync> Sink for F {
    fn event(&self, event: Event) {
        self(event);
    }
}

/// Counts and reports.
pub(crate) struct Reporter {
    sink: Arc<dyn Sink>,
    policy: Arc<Policy>,
    mode: events::Mode,
    notified: AtomicU64,
    judged: AtomicU64,
    denied: AtomicU64,
    killed: AtomicU64,
    failure: OnceLock<String>,
}

impl Reporter {
    pub(crate) fn new(sink: Arc<dyn Sink>, policy: Arc<Policy>, mode: events::Mode) -> Reporter {
        Reporter {
            sink,
            policy,
            mode,
            notified: AtomicU64::new(0),
            judged: AtomicU64::new(0),
            denied: AtomicU64::new(0),
            killed: AtomicU64::new(0),
            failure: OnceLock::new(),
        }
    }

    pub(crate) fn notified(&self) {
        self.notified.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a call that was judged and allowed; always true, so that it can end a condition.
    pub(crate) fn count_allowed(&self) -> bool {
        self.judged.fetch_add(1, Ordering::Relaxed);
        true
    }

    pub(crate) fn count_killed(&self) {
        self.killed.fetch_add(1, Ordering::Relaxed);
        self.denied.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn count_denied(&self) {
        self.judged.fetch_add(1, Ordering::Relaxed);
        self.denied.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn totals(&self) -> events::Totals {
        events::Totals {
            judged: self.judged.load(Ordering::Relaxed),
            denied: self.denied.load(Ordering::Relaxed),
            killed: self.killed.load(Ordering::Relaxed),
            notifications: self.notified.load(Ordering::Relaxed),
        }
    }

    pub(crate) fn emit(&self, event: Event) {
        self.sink.event(event);
    }

    #[expect(clippy::too_many_arguments, reason = "the columns of one event")]
    pub(crate) fn judged(
        &self,
        target: &Target<'_>,
        operation: Operation,
        given: &[u8],
        object: &Object,
        verdict: events::Verdict,
        errno: Option<Errno>,
        rule: Option<&Origin>,
        used: Option<&Object>,
        fix: Option<String>,
    ) {
        let resolved = Bytes::from(object);
        let mut event = self.call_event(target.tid(), target.data(), Some(given));
        event.op = Some(operation);
        event.target = Some(events::Target { given: Bytes(given.to_vec()), resolved });
        event.redirect = used.map(Bytes::from);
        event.verdict = verdict;
        event.errno = errno;
        event.rule = rule.map(|origin| self.rule(origin));
        event.fix = fix;
        event.via = target.via();
        event.us = target.age().as_micros() as u64;
        self.sink.event(Event::Call(event));
    }

    /// A call that callgate cannot perform exactly, or that nothing serves.
    pub(crate) fn refused(&self, caller: Caller<'_>, errno: Errno, reason: &'static str) {
        self.refused_by(caller.via(), caller.tid(), caller.data(), errno, reason);
    }

    /// The same, by either mechanism.
    pub(crate) fn refused_by(
        &self,
        via: events::Mechanism,
        tid: u32,
        data: &SeccompData,
        errno: Errno,
        reason: &'static str,
    ) {
        self.count_denied();
        let mut event = self.call_event(tid, data, None);
        event.via = via;
        event.errno = Some(errno);
        event.rule = Some(events::RuleRef {
            id: "callgate".into(),
            file: "callgate".into(),
            line: 0,
            text: String::new(),
            reason: Some(reason.into()),
        });
        self.sink.event(Event::Call(event));
    }

    /// A thread or process that the filter killed.
    pub(crate) fn killed(
        &self,
        tid: u32,
        data: &SeccompData,
        verdict: events::Verdict,
        rule: Option<&Origin>,
        at: Option<events::CodeAddress>,
        fix: Option<String>,
    ) {
        self.count_killed();
        let mut event = self.call_event(tid, data, None);
        event.verdict = verdict;
        event.rule = rule.map(|origin| self.rule(origin));
        event.via = events::Mechanism::Bpf;
        event.at = at;
        event.fix = fix;
        self.sink.event(Event::Call(event));
    }

    /// What the filter would have refused by itself, were it not only observed.
    pub(crate) fn would_refuse(
        &self,
        tid: u32,
        data: &SeccompData,
        verdict: events::Verdict,
        errno: Option<Errno>,
        rule: Option<&Origin>,
        fix: Option<String>,
    ) {
        self.count_denied();
        let mut event = self.call_event(tid, data, None);
        event.verdict = verdict;
        event.errno = errno;
        event.rule = rule.map(|origin| self.rule(origin));
        event.via = events::Mechanism::Bpf;
        event.fix = fix;
        self.sink.event(Event::Call(event));
    }

    /// The supervision itself failed; the run ends with 125.
    pub(crate) fn failed(&self, what: &str, errno: Option<Errno>) {
        let text = match errno {
            Some(errno) => format!("{what}: {} ({errno})", errno.text()),
            None => what.to_owned(),
        };
        let _ = self.failure.set(text);
    }

    pub(crate) fn failure(&self) -> Option<&str> {
        self.failure.get().map(String::as_str)
    }

    fn rule(&self, origin: &Origin) -> events::RuleRef {
        events::RuleRef {
            id: origin.id.clone(),
            file: self
                .policy
                .sources
                .get(origin.source)
                .map_or_else(String::new, |source| source.name.clone()),
            line: origin.line,
            text: origin.text.clone(),
            reason: origin.reason.clone(),
        }
    }

    /// An event with the caller and the call filled in; `path` stands for the first path argument.
    fn call_event(&self, tid: u32, data: &SeccompData, path: Option<&[u8]>) -> CallEvent {
        let exe = procfs::executable(tid);
        let name = data.abi().map_or_else(
            || format!("syscall_{}", data.nr),
            |abi| Sysno { abi, nr: data.nr as u32 }.to_string(),
        );
        CallEvent {
            pid: procfs::Status::of(tid).map_or(tid, |status| status.tgid),
            tid,
            exe: (exe != b"?").then_some(Bytes(exe)),
            call: events::Call {
                name,
                arch: data.abi().map_or_else(|| format!("{:#x}", data.arch), |abi| abi.name().into()),
                args: callgate_abi::format::arguments(data, path),
            },
            op: None,
            target: None,
            redirect: None,
            fault: None,
            verdict: events::Verdict::Deny,
            errno: None,
            rule: None,
            via: events::Mechanism::Notify,
            mode: self.mode,
            us: 0,
            count: 1,
            fix: None,
            at: None,
        }
    }
}
