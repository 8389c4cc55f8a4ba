//! What the compiler makes is what the policy says, proven.

use crate::Target;
use crate::choices::Choices;
use crate::made::policy;
use callgate_abi::{Abi, Sysno};
use callgate_analyze::{LaunchException, Limits, Proof, Reference, Treatment, prove};
use callgate_compile::{CompileError, Launch, Options, compile};
use callgate_plan::{Engine, Plan, plan};
use callgate_policy::{Environment, Loader, Purpose};
use std::path::Path;

pub(crate) const TARGET: Target = Target {
    name: "compiler",
    about: "the filter of any policy is proven to be the policy, with the start's exception and without",
    longest: 512,
    run,
};

/// The plan's calls as the analyzer takes them.
fn treatments(plan: &Plan) -> Vec<Treatment> {
    let calls = plan.calls.iter();
    calls
        .map(|call| Treatment { sysno: call.sysno, action: call.treatment.action(), when: call.when.clone() })
        .collect()
}

fn run(data: &[u8]) {
    let text = policy::text(&mut Choices::new(data));
    let environment = Environment::new("/project", "/home/u");
    let mut loader = Loader::new(&environment);
    loader.text("made.toml", &text, Path::new("/project"));
    let Ok((policy, _)) = loader.finish(Purpose::Run) else { return };
    let plan = plan(&policy, &callgate::abilities(), Engine { landlock_execute: true, ..Engine::default() });
    let treatments = treatments(&plan);
    let launch = Launch { nonce: 0x1234_5678_9abc_def0, calls: &["execveat", "dup3", "close_range"] };
    let numbers =
        launch.calls.iter().filter_map(|call| Sysno::from_name(Abi::NATIVE, call)).map(|sysno| sysno.nr);
    let exception = LaunchException { nonce: launch.nonce, numbers: numbers.collect() };
    for (launch, exception) in [(None, None), (Some(launch), Some(&exception))] {
        let program = match compile(&policy, &plan, &Options { launch, ..Options::default() }) {
            Ok(program) => program,
            Err(CompileError::TooLong { .. } | CompileError::TooMuch { .. }) => return,
            Err(error) => panic!("{error}\n{text}"),
        };
        let reference = Reference { policy: &policy, treatments: &treatments, launch: exception };
        match prove(&program, &reference, Limits::default()) {
            Proof::Equal => {}
            Proof::Differs(differences) => panic!("{:?}\n{text}", differences.first()),
            Proof::Undecided(undecided) => panic!("{:?}\n{text}", undecided.first()),
        }
    }
}
