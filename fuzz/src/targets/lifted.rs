//! Policies read back from programs.

use crate::Target;
use crate::choices::Choices;
use crate::made::program::{ANY, call, program};
use crate::targets::verdicts::LIMITS;
use callgate_abi::{Action, SeccompData};
use callgate_analyze::{Reference, Space};
use callgate_bpf::interp;
use callgate_policy::{Environment, Loader, Purpose};
use std::path::Path;

pub(crate) const TARGET: Target = Target {
    name: "lifted",
    about: "a policy written for a filter, and proven to mean the same, says of every call what the filter does",
    longest: 256,
    run,
};

fn run(data: &[u8]) {
    let mut c = Choices::new(data);
    let Some(program) = program(&mut c, ANY) else { return };
    let calls: Vec<SeccompData> = (0..12).map(|_| call(&mut c, &program)).collect();
    let mut space = Space::new(LIMITS);
    let verdicts = space.filter(&program);
    let Ok(lifted) = space.lift(verdicts) else { return };
    let environment = Environment::new("/", "/");
    let mut loader = Loader::new(&environment);
    loader.text("lifted", &lifted.toml, Path::new("/"));
    // A draft that the language refuses is said to be one.
    let Ok((policy, _)) = loader.finish(Purpose::Run) else { return };
    let meant = space.policy(&Reference { policy: &policy, treatments: &[], launch: None });
    if !space.diff_briefly(verdicts, meant).is_empty() {
        return;
    }
    let Some(syscalls) = &policy.syscalls else { return };
    for call in calls {
        let expected = Action::from_ret(interp::run(&program, &call));
        assert_eq!(syscalls.evaluate(&call).action, expected, "{call:?}\n{}\n{program:?}", lifted.toml);
    }
}
