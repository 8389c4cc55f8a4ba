//! What is said of a filter is what it does: conditions hold exactly where their answer is given.

use crate::corpus;
use callgate_abi::{Abi, Action, SeccompData, Sysno};
use callgate_analyze::{
    Calls, Cases, Group, Limits, Machine, Naming, Part, Register, Space, Test, Verdict, is_constant_allow,
};
use callgate_bpf::insn::code;
use callgate_bpf::{Insn, Program, interp};
use callgate_policy::model::Compare;

fn holds(test: &Test, data: &SeccompData) -> bool {
    let register = match test.register {
        Register::Argument(n) => data.args[usize::from(n)],
        Register::InstructionPointer => data.instruction_pointer,
    };
    let (value, sign) = match test.part {
        Part::Whole => (register, 1 << 63),
        Part::Low => (register & 0xffff_ffff, 1 << 31),
        Part::High => (register >> 32, 1 << 31),
    };
    let found = value & test.mask.unwrap_or(u64::MAX);
    let turn = if test.signed { sign } else { 0 };
    let order = (found ^ turn).cmp(&(test.value ^ turn));
    match test.op {
        Compare::Eq => order.is_eq(),
        Compare::Ne => order.is_ne(),
        Compare::Lt => order.is_lt(),
        Compare::Le => order.is_le(),
        Compare::Gt => order.is_gt(),
        Compare::Ge => order.is_ge(),
    }
}

fn any_holds(cases: &Cases, data: &SeccompData) -> bool {
    cases.iter().any(|case| case.iter().all(|test| holds(test, data)))
}

fn group_of<'g>(groups: &'g [Group], data: &SeccompData) -> &'g Group {
    let nr = data.nr as u32;
    let known = |calls: &&Group| match calls.calls.machine {
        Machine::Abi(abi) => data.abi() == Some(abi) && calls.calls.contains(nr),
        Machine::Others(_) => false,
    };
    let other =
        |calls: &&Group| matches!(calls.calls.machine, Machine::Others(_)) && calls.calls.contains(nr);
    groups.iter().find(known).or_else(|| groups.iter().find(other)).expect("every call is in a group")
}

#[test]
fn conditions_hold_where_their_answers_are_given() {
    for (name, program) in corpus::all() {
        let mut space = Space::new(Limits::default());
        let verdicts = space.filter(&program);
        let groups = space.explain(verdicts).unwrap();
        for group in &groups {
            assert!(!group.calls.scattered, "{name}");
            for outcome in &group.outcomes {
                let found = Action::from_ret(interp::run(&program, &outcome.example));
                assert_eq!(outcome.verdict, Verdict::Known(found), "{name}: {outcome:?}");
            }
        }
        for data in corpus::edges(&[&program]).iter().step_by(3) {
            let found = Verdict::Known(Action::from_ret(interp::run(&program, data)));
            let group = group_of(&groups, data);
            for outcome in &group.outcomes {
                let when = outcome.when.as_ref().unwrap_or_else(|| panic!("{name}: too long to say"));
                assert_eq!(any_holds(when, data), outcome.verdict == found, "{name}: {data:?} {outcome:?}");
            }
        }
    }
}

/// The filters that are said to decide are those that do by the kernel's precedence.
#[test]
fn deciders_of_a_stack() {
    let corpus = corpus::all();
    let programs: Vec<&Program> = corpus.values().collect();
    for stack in programs.chunks(3) {
        let mut space = Space::new(Limits::default());
        let (verdicts, deciders) = space.stack_with_deciders(stack);
        assert_eq!(verdicts, space.stack(stack), "the same verdicts as without");
        let groups = space.explain_stack(verdicts, deciders).unwrap();
        for data in corpus::edges(stack).iter().step_by(5) {
            let answers: Vec<u32> = stack.iter().map(|program| interp::run(program, data)).collect();
            let verdict = Verdict::Known(Action::from_ret(interp::run_stack(stack, data)));
            let group = group_of(&groups, data);
            let outcome = group.outcomes.iter().find(|outcome| outcome.verdict == verdict).unwrap();
            match interp::decider(&answers) {
                Some(filter) => assert!(outcome.deciders.contains(&filter), "{data:?} {outcome:?}"),
                None => assert_eq!(verdict, Verdict::Known(Action::Allow)),
            }
        }
        for outcome in groups.iter().flat_map(|group| &group.outcomes) {
            let answers: Vec<u32> =
                stack.iter().map(|program| interp::run(program, &outcome.example)).collect();
            let decider = interp::decider(&answers);
            assert_eq!(decider.is_none(), outcome.deciders.is_empty(), "{outcome:?}");
            assert!(outcome.deciders.iter().all(|filter| *filter < stack.len()));
        }
    }
}

/// Every kind of condition in the words it gets, for an argument of openat.
#[test]
fn words() {
    let said = |test: Vec<Insn>| {
        let mut insns = vec![Insn::ld_abs(4), Insn::jeq(0xc000_003e, 1, 0), Insn::ret(0), Insn::ld_abs(0)];
        insns.extend([Insn::jeq(257, 1, 0), Insn::ret(0)]);
        insns.extend(test);
        insns.extend([Insn::ret(0x7fff_0000), Insn::ret(0)]);
        let mut space = Space::new(Limits::default());
        let verdicts = space.filter(&Program::new(insns).unwrap());
        let groups = space.explain(verdicts).unwrap();
        let data = SeccompData { arch: Abi::X86_64.audit_arch(), nr: 257, ..SeccompData::default() };
        let group = group_of(&groups, &data);
        let allowed = group.outcomes.iter().find(|o| o.verdict == Verdict::Known(Action::Allow)).unwrap();
        let naming = Naming::of_call(Sysno { abi: Abi::X86_64, nr: 257 });
        naming.cases(allowed.when.as_ref().unwrap()).join(" or ")
    };
    let (dirfd, flags, upper) = (Insn::ld_abs(16), Insn::ld_abs(32), Insn::ld_abs(36));
    assert_eq!(said(vec![flags, Insn::jset(0o100, 1, 0)]), "lo32(flags) & O_CREAT == 0");
    assert_eq!(said(vec![flags, Insn::jset(0o300, 0, 1)]), "lo32(flags) & (O_CREAT|O_EXCL) != 0");
    assert_eq!(said(vec![flags, Insn::jeq(1, 0, 1)]), "lo32(flags) == O_WRONLY");
    assert_eq!(said(vec![flags, Insn::and(3), Insn::jeq(0, 0, 1)]), "lo32(flags) & 0x3 == 0");
    assert_eq!(said(vec![dirfd, Insn::jeq(0xffff_ff9c, 0, 1)]), "lo32(dirfd) == AT_FDCWD");
    assert_eq!(said(vec![dirfd, Insn::jgt(2, 0, 1)]), "lo32(dirfd) >= 3");
    assert_eq!(said(vec![dirfd, Insn::jge(0x8000_0000, 0, 1)]), "lo32(dirfd) >= 0x80000000");
    // Signed order is told by where it turns: dirfd >= 3 as an int.
    assert_eq!(said(vec![dirfd, Insn::jge(0x8000_0000, 2, 0), Insn::jge(3, 0, 1)]), "(int)dirfd >= 3");
    assert_eq!(said(vec![dirfd, Insn::jge(0x8000_0000, 1, 0), Insn::jge(3, 1, 0)]), "(int)dirfd <= 2");
    // 64 bits: the upper half is looked at too, so it is not lo32.
    assert_eq!(said(vec![upper, Insn::jeq(0, 0, 3), flags, Insn::jeq(1, 0, 1)]), "flags == O_WRONLY");
    assert_eq!(said(vec![upper, Insn::jeq(0, 0, 1)]), "hi32(flags) == 0");
    assert_eq!(
        said(vec![dirfd, Insn::jeq(0, 2, 0), Insn::jeq(1, 1, 0), Insn::jeq(7, 0, 1)]),
        "lo32(dirfd) in {0, 1, 7}"
    );
    assert_eq!(said(vec![dirfd, Insn::alu_k(code::ADD, 100), Insn::jeq(0, 0, 1)]), "lo32(dirfd) == AT_FDCWD");
}

#[test]
fn every_number_of_every_architecture_is_in_one_group() {
    for (name, program) in corpus::all() {
        let mut space = Space::new(Limits::default());
        let verdicts = space.filter(&program);
        let groups = space.explain(verdicts).unwrap();
        for abi in [Abi::X86_64, Abi::X32, Abi::I386] {
            let of_abi: Vec<&Calls> = groups
                .iter()
                .map(|group| &group.calls)
                .filter(|calls| calls.machine == Machine::Abi(abi))
                .collect();
            let total: u64 = of_abi
                .iter()
                .flat_map(|calls| &calls.numbers)
                .map(|range| u64::from(range.end() - range.start()) + 1)
                .sum();
            // x32 has the numbers with bit 30 but −1, x86-64 the others.
            let expected = match abi {
                Abi::X86_64 => (1 << 31) + 1,
                Abi::X32 => (1 << 31) - 1,
                _ => 1 << 32,
            };
            assert!(total == expected || of_abi.is_empty(), "{name} {abi}: {total}");
        }
    }
}

#[test]
fn what_the_kernel_remembers_is_allowed() {
    for (name, program) in corpus::all() {
        let mut space = Space::new(Limits::default());
        let verdicts = space.filter(&program);
        for data in corpus::edges(&[&program]) {
            if is_constant_allow(&program, data.arch, data.nr as u32) {
                assert_eq!(space.verdict(verdicts, &data), Verdict::Known(Action::Allow), "{name}: {data:?}");
            }
        }
    }
}
