//! From a policy and its plan to one decision for every number of every ABI.

use crate::graph::{Graph, Node, NodeId};
use crate::numbers::Numbers;
use crate::{CompileError, HeavyCall, Launch, condition};
use callgate_abi::{Abi, Action, Endian, Sysno, syscalls};
use callgate_plan::{Plan, PlannedCall, Treatment, arches};
use callgate_policy::Policy;
use callgate_policy::model::{Compare, Comparison, SyscallRule, SyscallTarget, Unknown, Width};
use std::collections::BTreeMap;

/// The decisions of a filter, by architecture and number.
#[derive(Debug)]
pub(crate) struct Decisions {
    /// Every node that a number leads to.
    pub(crate) graph: Graph,
    /// The architectures the policy speaks of, the native one first.
    pub(crate) machines: Vec<Machine>,
    /// What a call of any other architecture gets.
    pub(crate) bad_arch: NodeId,
}

/// One `AUDIT_ARCH_*`: x32 shares x86-64's.
#[derive(Debug)]
pub(crate) struct Machine {
    pub(crate) audit_arch: u32,
    pub(crate) numbers: Numbers<NodeId>,
}

/// Lowers. `launch` concerns the ABI this program was built for.
pub(crate) fn lower(
    policy: &Policy,
    plan: &Plan,
    launch: Option<&Launch>,
) -> Result<Decisions, CompileError> {
    let mut graph = Graph::default();
    let (bad_arch, default) = match &policy.syscalls {
        Some(syscalls) => (syscalls.bad_arch, syscalls.default),
        None => (Action::KillProcess, Action::Allow),
    };
    let bad_arch = graph.answer(bad_arch.to_ret());
    let default = graph.answer(default.to_ret());
    let mut decisions = Decisions { graph, machines: Vec::new(), bad_arch };
    let unknown = policy.syscalls.as_ref().and_then(|syscalls| syscalls.unknown);
    for abi in in_dispatch_order(arches(policy)) {
        match unknown {
            Some(unknown) => decisions.open_known(abi, default, unknown),
            None => decisions.open(abi, default),
        }
        let calls = calls_of(abi, policy, plan);
        for (nr, call) in calls {
            let default = decisions.machine(abi).numbers.get(nr);
            let decision = call.lower(&mut decisions.graph, abi.endian(), default);
            decisions.machine(abi).numbers.set(nr, nr, decision);
        }
    }
    if let Some(launch) = launch {
        decisions.allow_launch(launch)?;
    }
    Ok(decisions)
}

/// The native ABI first: its calls come most often.
fn in_dispatch_order(arches: &[Abi]) -> Vec<Abi> {
    let mut ordered = Vec::new();
    for abi in arches.iter().filter(|abi| **abi == Abi::NATIVE).chain(arches) {
        if !ordered.contains(abi) {
            ordered.push(*abi);
        }
    }
    ordered
}

/// Everything said of one number.
#[derive(Debug, Default)]
struct Call<'a> {
    rules: Vec<(&'a SyscallRule, &'a SyscallTarget)>,
    planned: Vec<&'a PlannedCall>,
}

fn calls_of<'a>(abi: Abi, policy: &'a Policy, plan: &'a Plan) -> BTreeMap<u32, Call<'a>> {
    let mut calls: BTreeMap<u32, Call<'a>> = BTreeMap::new();
    // A number that this ABI's calls cannot have (x32's bit on x86-64) never comes with it.
    let possible = |nr| Abi::of_call(abi.audit_arch(), nr) == Some(abi);
    for rule in policy.syscalls.iter().flat_map(|syscalls| &syscalls.rules) {
        for target in rule.targets.iter().filter(|target| target.abi == abi && possible(target.nr)) {
            calls.entry(target.nr).or_default().rules.push((rule, target));
        }
    }
    for planned in plan.calls.iter().filter(|call| call.sysno.abi == abi && possible(call.sysno.nr)) {
        calls.entry(planned.sysno.nr).or_default().planned.push(planned);
    }
    calls
}

impl Call<'_> {
    /// Of the rules that match the strictest decides, the default where none matches; the plan's
    /// treatments can only make that stricter.
    fn lower(mut self, graph: &mut Graph, endian: Endian, default: NodeId) -> NodeId {
        self.rules.sort_by_key(|(rule, _)| std::cmp::Reverse(rule.action.rank()));
        let mut decision = default;
        for (rule, target) in self.rules.iter().rev() {
            let answer = graph.answer(rule.action.to_ret());
            decision = condition::decide(graph, endian, &target.when, answer, decision);
        }
        for planned in self.planned {
            let action = match planned.treatment {
                Treatment::Notify => Action::UserNotif,
                Treatment::Errno(errno) => Action::Errno(errno),
            };
            let stricter = graph.map_answers(decision, |ret| {
                if Action::from_ret(ret).rank() < action.rank() { action.to_ret() } else { ret }
            });
            decision = condition::all(graph, endian, &planned.when, stricter, decision);
        }
        decision
    }
}

impl Decisions {
    /// The machine of an ABI that is open.
    fn machine(&mut self, abi: Abi) -> &mut Machine {
        let at = self.machines.iter().position(|machine| machine.audit_arch == abi.audit_arch());
        &mut self.machines[at.expect("opened before its calls are set")]
    }

    /// Gives every number that the ABI's calls can have the default.
    fn open(&mut self, abi: Abi, default: NodeId) {
        let audit_arch = abi.audit_arch();
        if !self.machines.iter().any(|machine| machine.audit_arch == audit_arch) {
            self.machines.push(Machine { audit_arch, numbers: Numbers::all(self.bad_arch) });
        }
        let numbers = &mut self.machine(abi).numbers;
        for (first, last) in number_ranges(abi) {
            numbers.set(first, last, default);
        }
    }

    /// Gives the calls that were known then the default, and every other number `unknown`.
    fn open_known(&mut self, abi: Abi, default: NodeId, unknown: Unknown) {
        let other = self.graph.answer(unknown.action.to_ret());
        self.open(abi, other);
        for (nr, _) in syscalls::of_abi(abi).filter(|(nr, _)| unknown.knows(Sysno { abi, nr: *nr })) {
            self.machine(abi).numbers.set(nr, nr, default);
        }
    }

    /// A launching call with the nonce passes, whatever the policy says of it.
    fn allow_launch(&mut self, launch: &Launch) -> Result<(), CompileError> {
        let abi = Abi::NATIVE;
        if !self.machines.iter().any(|machine| machine.audit_arch == abi.audit_arch()) {
            let numbers = Numbers::all(self.bad_arch);
            self.machines.insert(0, Machine { audit_arch: abi.audit_arch(), numbers });
        }
        let allow = self.graph.answer(Action::Allow.to_ret());
        let knows_nonce = Comparison {
            arg: 5,
            width: Width::W64,
            signed: false,
            mask: None,
            op: Compare::Eq,
            value: launch.nonce,
        };
        for name in launch.calls {
            let Sysno { nr, .. } =
                Sysno::from_name(abi, name).ok_or(CompileError::UnknownLaunchCall { name, abi })?;
            let otherwise = self.machine(abi).numbers.get(nr);
            let decision = condition::compare(&mut self.graph, abi.endian(), &knows_nonce, allow, otherwise);
            self.machine(abi).numbers.set(nr, nr, decision);
        }
        Ok(())
    }
}

/// The numbers that calls of an ABI can have: x32's have bit 30, but −1 is a skipped native call.
fn number_ranges(abi: Abi) -> Vec<(u32, u32)> {
    match abi {
        Abi::X86_64 => {
            vec![(0, 0x3fff_ffff), (0x8000_0000, 0xbfff_ffff), (u32::MAX, u32::MAX)]
        }
        Abi::X32 => vec![(0x4000_0000, 0x7fff_ffff), (0xc000_0000, u32::MAX - 1)],
        _ => vec![(0, u32::MAX)],
    }
}

impl Decisions {
    /// The calls whose decisions take the most tests.
    pub(crate) fn heaviest(&self, count: usize) -> Vec<HeavyCall> {
        let mut calls = Vec::new();
        for machine in &self.machines {
            for (nr, decision) in machine.numbers.intervals() {
                let is_test = |id: &NodeId| matches!(self.graph.node(*id), Node::Test { .. });
                let tests = self.graph.reachable(decision).iter().filter(|id| is_test(id)).count();
                if let Some(abi) = Abi::of_call(machine.audit_arch, nr).filter(|_| tests > 0) {
                    calls.push(HeavyCall { call: format!("{abi} {}", Sysno { abi, nr }), tests });
                }
            }
        }
        calls.sort_by_key(|call| std::cmp::Reverse(call.tests));
        calls.truncate(count);
        calls
    }
}
