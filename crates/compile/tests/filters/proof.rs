//! Generated policies, and everybody's word on their filters: the analyzer's proof, which shares no code with the
//! compiler, the interpreter, and the kernel itself.

use crate::oracle::generate::{Case, case_of, config};
use crate::oracle::{inputs, reference};
use callgate_abi::{Abi, SeccompData, Sysno};
use callgate_analyze::{LaunchException, Limits, Proof, Reference, Treatment, prove};
use callgate_bpf::interp::run;
use callgate_bpf::{Insn, Program};
use callgate_compile::{Launch, Options, compile};
use callgate_tests::{Answer, Guests, Oracle, Question, Variant};
use proptest::prelude::*;
use std::path::Path;

/// Calls of a case that the kernel is asked, at most.
const ASKED: usize = 150;
/// Numbers are moved up by this, where no kernel has a call.
const BEYOND: u32 = 0x1000;

/// Whether a filter is what policy and plan say, of every call there is.
fn proof(case: &Case, launch: Option<&LaunchException>, program: &Program) -> Proof {
    let treat = |call: &callgate_plan::PlannedCall| Treatment {
        sysno: call.sysno,
        action: call.treatment.action(),
        when: call.when.clone(),
    };
    let treatments: Vec<Treatment> = case.plan.calls.iter().map(treat).collect();
    let reference = Reference { policy: &case.policy, treatments: &treatments, launch };
    prove(program, &reference, Limits::default())
}

fn proven(case: &Case, launch: Option<&LaunchException>, program: &Program) -> Result<(), TestCaseError> {
    match proof(case, launch, program) {
        Proof::Equal => Ok(()),
        Proof::Differs(found) => Err(TestCaseError::fail(format!("they differ: {:x?}", found.first()))),
        Proof::Undecided(found) => Err(TestCaseError::fail(format!("undecided: {:?}", found.first()))),
    }
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn every_filter_is_its_policy(case in case_of(Abi::ALL), nonce in any::<u64>()) {
        let program = compile(&case.policy, &case.plan, &Options::default()).expect("small enough");
        proven(&case, None, &program)?;
        let launch = Launch { nonce, calls: &["execveat", "dup3"] };
        let numbers = launch.calls.iter().map(|call| Sysno::from_name(Abi::NATIVE, call).unwrap().nr);
        let exception = LaunchException { nonce, numbers: numbers.collect() };
        let options = Options { launch: Some(launch), hurried: true, ..Options::default() };
        let program = compile(&case.policy, &case.plan, &options).expect("small enough");
        proven(&case, Some(&exception), &program)?;
    }
}

proptest! {
    #![proptest_config(config(24))]

    /// One constant that is wrong by one bit is found wherever a call shows it.
    #[test]
    fn no_broken_constant_is_proven(case in case_of(Abi::ALL), at in any::<prop::sample::Index>(), bit in 0u32..32) {
        let program = compile(&case.policy, &case.plan, &Options::default()).expect("small enough");
        let mut insns = program.insns().to_vec();
        let constants: Vec<usize> = (0..insns.len()).filter(|at| insns[*at].is_conditional_jump()).collect();
        let at = constants[at.index(constants.len())];
        insns[at] = Insn { k: insns[at].k ^ 1 << bit, ..insns[at] };
        let broken = Program::new(insns).expect("constants are of no concern to the kernel");
        let shows = |data: &SeccompData| {
            reference::answer(&case.policy, &case.plan, None, data).to_ret() != run(&broken, data)
        };
        match proof(&case, None, &broken) {
            Proof::Equal => prop_assert_eq!(inputs::boundary(&case).into_iter().find(|data| shows(data)), None),
            Proof::Differs(found) => prop_assert!(shows(&found[0].witness), "{:x?}", found[0]),
            Proof::Undecided(found) => return Err(TestCaseError::fail(format!("{found:?}"))),
        }
    }
}

/// The case with its calls where the kernel has none.
fn beyond(mut case: Case) -> Case {
    let move_up = |nr: &mut u32| {
        if *nr & !Abi::X32_BIT < BEYOND {
            *nr += BEYOND;
        }
    };
    let rules = case.policy.syscalls.iter_mut().flat_map(|syscalls| &mut syscalls.rules);
    for target in rules.flat_map(|rule| &mut rule.targets) {
        let (mut first, mut last) = (*target.numbers.start(), *target.numbers.end());
        move_up(&mut first);
        move_up(&mut last);
        target.numbers = first..=last;
    }
    case.plan.calls.iter_mut().for_each(|call| move_up(&mut call.sysno.nr));
    case
}

/// The calls of a case that this machine can make and that do nothing.
fn harmless(case: &Case) -> Vec<SeccompData> {
    let mut calls = inputs::boundary(case);
    calls.retain(|data| {
        let nr = data.nr as u32;
        let is_none = (BEYOND..0x2000).contains(&(nr & !Abi::X32_BIT));
        let width = if data.arch == Abi::I386.audit_arch() {
            let fits = data.args.iter().all(|arg| u32::try_from(*arg).is_ok());
            nr < Abi::X32_BIT && fits
        } else {
            data.arch == Abi::X86_64.audit_arch()
        };
        is_none && width
    });
    let step = (calls.len() / ASKED).max(1);
    calls.into_iter().step_by(step).collect()
}

proptest! {
    #![proptest_config(config(if cfg!(target_arch = "x86_64") { 32 } else { 0 }))]

    #[test]
    fn the_kernel_agrees(case in case_of(&[Abi::X86_64, Abi::I386, Abi::X32])) {
        let case = beyond(case);
        let program = compile(&case.policy, &case.plan, &Options::default()).expect("small enough");
        proven(&case, None, &program)?;
        let filter = Some(program.to_bytes());
        let question = |data: &SeccompData| Question {
            filter: filter.clone(),
            install_only: false,
            int80: data.arch == Abi::I386.audit_arch(),
            nr: data.nr as u32,
            args: data.args,
        };
        let questions: Vec<Question> = harmless(&case).iter().map(question).collect();
        prop_assert!(!questions.is_empty());
        let guest = Guests::cached(Path::new(env!("CARGO_TARGET_TMPDIR")), "oracle", Variant::Static);
        let told = Oracle::ask(&guest.expect("the oracle compiles"), None, &questions).expect("it answers");
        for (question, answer) in questions.iter().zip(&told.answers) {
            let data = told.data(question);
            let expected = reference::answer(&case.policy, &case.plan, None, &data);
            prop_assert_eq!(run(&program, &data), expected.to_ret(), "{:?}", data);
            prop_assert_eq!(answer, &Answer::to_no_call(expected, &data), "{} for {:x?}", expected, data);
        }
    }
}
