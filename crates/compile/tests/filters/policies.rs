//! Whole policies as people write them: loaded, planned, compiled, and asked of every call.

use crate::oracle::generate::Case;
use crate::oracle::{inputs, reference};
use callgate_abi::{SeccompData, syscalls};
use callgate_bpf::interp::run;
use callgate_bpf::{Program, disasm};
use callgate_compile::{Options, compile};
use callgate_plan::{Abilities, Engine, Tracing, arches, plan};
use callgate_policy::{Environment, Loader, Purpose};

fn abilities() -> Abilities {
    Abilities { privileged: true, ..Abilities::newest() }
}

/// Loads, plans, compiles; checks every known call and every edge; gives the filter.
fn checked(load: impl Fn(&mut Loader<'_>)) -> Program {
    let environment = Environment::new("/project", "/home/u");
    let mut loader = Loader::new(&environment);
    load(&mut loader);
    let (policy, _) = loader.finish(Purpose::Run).expect("a sound policy");
    let engine = Engine { handler: false, landlock_execute: true, tracing: Tracing::Never };
    let case = Case { plan: plan(&policy, &abilities(), engine), policy };
    let program = compile(&case.policy, &case.plan, &Options::default()).expect("small enough");
    let mut calls = inputs::boundary(&case);
    for abi in arches(&case.policy) {
        for (nr, _) in syscalls::of_abi(*abi) {
            for args in [[0; 6], [u64::MAX; 6], [2, 2, 2, 2, 2, 2]] {
                let arch = abi.audit_arch();
                calls.push(SeccompData { nr: nr as i32, arch, instruction_pointer: 0, args });
            }
        }
    }
    for data in calls {
        let expected = reference::answer(&case.policy, &case.plan, None, &data);
        assert_eq!(run(&program, &data), expected.to_ret(), "{data:?}\n{}", disasm::listing(&program));
    }
    program
}

#[test]
fn presets() {
    for (preset, most) in
        [("strict", 30), ("strict-exit-group", 30), ("orw", 130), ("orw-mprotect", 150), ("workspace", 450)]
    {
        let program = checked(|loader| loader.preset(preset));
        assert!(program.len() <= most, "{preset} takes {} instructions", program.len());
    }
}

#[test]
fn resource_policies() {
    for text in [
        "default = 'allow'\n[net]\ndeny.listen = ['tcp:*:80']",
        "default = 'allow'\n[fs]\ndeny.write = ['/etc']",
        "default = 'allow'\n[fs]\ndeny.read = ['~/.ssh']",
        "default = 'deny'\nuse = ['base']\n[fs]\nread = ['./inbox', { at = '/srv/keys/app.pem', via = 'supervisor' }]",
        "default = 'allow'\n[[fs.redirect]]\nfrom = '$CWD/TWO.txt'\nto = '$CWD/ONE.txt'",
    ] {
        let text = format!("callgate = 1\n{text}\n");
        let program = checked(|loader| loader.text("test.toml", &text, "/project".as_ref()));
        assert!(program.len() < 500, "{text} takes {} instructions", program.len());
    }
}

#[test]
fn calls_and_resources_together() {
    let text = "callgate = 1
default = 'deny'
[fs]
read = ['/usr']
[syscalls]
arch = ['x86_64', 'i386', 'x32', 'aarch64', 's390x']
default = 'errno.ENOSYS'
allow = ['@system-service', 'openat(flags & O_CREAT == 0)', 'ioctl(request != TCGETS)']
errno.EPERM = ['@module', 'rename', 'mprotect(prot & PROT_EXEC != 0)']
kill = ['ptrace', 'open(flags > 3)']
log = ['write(fd > 2)']
";
    checked(|loader| loader.text("test.toml", text, "/project".as_ref()));
}
