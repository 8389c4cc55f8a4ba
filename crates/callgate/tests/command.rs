//! Programs under a policy, by the library, on the real kernel. Needs `sh` and coreutils.

use callgate::{
    Answer, Call, Command, ContinueReason, Ending, Errno, LockError, Policy, SpawnError, Stop, Threads,
};
use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::OwnedFd;

type Result = std::result::Result<(), Box<dyn std::error::Error>>;

/// A policy that sends one call to the handler.
fn notifying(call: &str) -> Policy {
    let text = format!("callgate = 1\n[syscalls]\ndefault = \"allow\"\nnotify = [\"{call}\"]\n");
    Policy::from_toml(&text).expect("a sound policy")
}

fn output(command: Command) -> std::result::Result<(String, Ending), Box<dyn std::error::Error>> {
    let (mut reader, writer) = std::io::pipe()?;
    let child = command.stdout(writer).spawn()?;
    let mut text = String::new();
    reader.read_to_string(&mut text)?;
    Ok((text, child.wait()?.ending))
}

#[test]
fn a_handler_answers_an_errno() -> Result {
    let command = Command::new("sh")
        .args(["-c", "mkdir /tmp/never 2>/dev/null || echo refused"])
        .policy(notifying("mkdir"))
        .handler(|_: Call<'_>| Ok(Answer::errno(Errno::EROFS)));
    assert_eq!(output(command)?, ("refused\n".into(), Ending::Exited(0)));
    Ok(())
}

#[test]
fn a_handler_answers_a_descriptor() -> Result {
    fn text() -> OwnedFd {
        let (reader, mut writer) = std::io::pipe().expect("a pipe");
        writer.write_all(b"from the supervisor\n").expect("room in the pipe");
        reader.into()
    }
    // Only the one path; everything else goes its native way, decided before memory was read: by flags.
    let policy = Policy::from_toml(
        "callgate = 1\n[syscalls]\ndefault = \"allow\"\nnotify = [\"openat(flags & O_SYNC == O_SYNC)\"]\n",
    )?;
    let command = Command::new("python3")
        .args(["-c", "import os; print(os.read(os.open('/', os.O_SYNC), 99).decode(), end='')"])
        .envs([("PATH", "/usr/bin:/bin:/usr/local/bin"), ("PYTHONDONTWRITEBYTECODE", "1")])
        .policy(policy)
        .handler(|call: Call<'_>| {
            let target = call.target();
            match target.string(target.data().args[1])?.as_slice() {
                b"/" => Ok(Answer::fd(text(), true)),
                _ => Err(Stop::Errno(Errno::ENOTDIR)),
            }
        });
    assert_eq!(output(command)?, ("from the supervisor\n".into(), Ending::Exited(0)));
    Ok(())
}

#[test]
fn a_handler_places_a_descriptor() -> Result {
    let command = Command::new("python3")
        .args(["-c", "import os; print(os.mkdir('/tmp/never'), os.read(9, 99).decode())"])
        .policy(notifying("mkdir"))
        .handler(|_: Call<'_>| {
            let (reader, mut writer) = std::io::pipe().expect("a pipe");
            writer.write_all(b"nine\n").expect("room in the pipe");
            Ok(Answer::fd_at(reader.into(), 9, false))
        });
    let (text, _) = output(command)?;
    assert_eq!(text, "None nine\n\n");
    Ok(())
}

#[test]
fn a_handler_lets_the_kernel_go_on() -> Result {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("made");
    let command = Command::new("mkdir")
        .arg(&path)
        .policy(notifying("mkdir"))
        .handler(|call: Call<'_>| Ok(call.pass(ContinueReason::ScalarOnly)));
    assert_eq!(output(command)?.1, Ending::Exited(0));
    assert!(path.is_dir());
    Ok(())
}

#[test]
fn refusals_name_rule_and_fix() -> Result {
    let (sender, events) = std::sync::mpsc::channel();
    let policy = Policy::from_toml("callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.write = [\"/tmp/x\"]\n")?;
    let outcome = Command::new("sh")
        .args(["-c", "echo > /tmp/x"])
        .stderr(File::create("/dev/null")?)
        .policy(policy)
        .events(move |event| {
            if let callgate::events::Event::Call(call) = event {
                // The test may have ended early.
                let _ = sender.send(call);
            }
        })
        .spawn()?
        .wait()?;
    assert_ne!(outcome.ending, Ending::Exited(0));
    let refusal = events.recv()?;
    assert_eq!(refusal.errno, Some(Errno::EACCES));
    let rule = refusal.rule.expect("a rule refused it");
    assert_eq!((rule.id.as_str(), rule.line), ("fs.deny.write[0]", 4));
    assert!(refusal.fix.is_some());
    assert_eq!(outcome.totals.denied, 1);
    Ok(())
}

#[test]
fn what_cannot_start_says_why() {
    let policy = || Policy::from_toml("callgate = 1\ndefault = \"allow\"\n").expect("a sound policy");
    assert!(matches!(Command::new("true").spawn(), Err(SpawnError::NoPolicy)));
    let missing = Command::new("no-such-program").policy(policy()).spawn();
    assert!(matches!(missing, Err(SpawnError::NotFound(_))));
    let nul = Command::new("true").arg("a\0b").policy(policy()).spawn();
    assert!(matches!(nul, Err(SpawnError::Nul("an argument"))));
    let unheard = Command::new("true").policy(notifying("mkdir")).spawn();
    let Err(SpawnError::Prepare(error)) = unheard else { panic!("a notify list needs a handler") };
    assert!(error.to_string().contains("syscalls.notify"), "{error}");
}

#[test]
fn mistakes_are_told_with_their_lines() {
    let error = Policy::from_toml("callgate = 1\n[syscalls]\ndefault = \"kill\"\nallow = [\"raed\"]\n")
        .expect_err("a mistake");
    let text = error.to_string();
    assert!(text.contains("raed") && text.contains("read") && text.contains('4'), "{text}");
}

#[test]
fn all_threads_are_locked_down() -> Result {
    // In a process of its own: a filter stays for good.
    const CHILD: &str = "CALLGATE_TEST_LOCK";
    if std::env::var_os(CHILD).is_some() {
        let (go, wait) = std::sync::mpsc::channel::<()>();
        let other = std::thread::spawn(move || {
            // The channel closes once the filter is in force.
            let _ = wait.recv();
            std::fs::create_dir("/tmp/callgate-never").is_err()
        });
        let policy = Policy::from_toml(
            "callgate = 1\n[syscalls]\ndefault = \"allow\"\nerrno.EPERM = [\"mkdir\", \"mkdirat\"]\n",
        )?;
        policy.lock_down_self(Threads::All)?;
        drop(go);
        assert!(other.join().expect("the thread ends"));
        return Ok(());
    }
    let status = std::process::Command::new(std::env::current_exe()?)
        .args(["--exact", "all_threads_are_locked_down"])
        .env(CHILD, "1")
        .status()?;
    assert!(status.success());
    Ok(())
}

#[test]
fn resource_rules_need_a_supervisor() -> Result {
    let policy = Policy::from_toml("callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"/usr\"]\n")?;
    assert!(matches!(policy.lock_down_self(Threads::This), Err(LockError::NeedsSupervisor)));
    Ok(())
}

#[test]
fn an_observed_program_is_refused_nothing() -> Result {
    let policy = Policy::from_toml(
        "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.read = [\"/etc/hostname\"]\n\
         [syscalls]\ndefault = \"allow\"\nkill = [\"getppid\"]\n",
    )?;
    let (tell, heard) = std::sync::mpsc::channel();
    let command = Command::new("sh")
        .args(["-c", "cat /etc/hostname >/dev/null && echo read; sh -c 'echo $PPID >/dev/null'; exit 3"])
        .policy(policy)
        .observe()
        .events(move |event| {
            if let callgate::events::Event::Call(call) = event {
                let _ = tell.send(call);
            }
        });
    assert_eq!(output(command)?, ("read\n".into(), Ending::Exited(3)));
    let calls: Vec<_> = heard.iter().collect();
    assert!(calls.iter().all(|call| call.mode == callgate::events::Mode::Observe));
    assert!(calls.iter().any(|call| call.errno == Some(Errno::EACCES)));
    assert!(calls.iter().any(|call| call.call.name == "getppid" && call.verdict.is_kill()), "{calls:?}");
    Ok(())
}
