//! Typing into a terminal that others use.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "RCH03",
    title: "characters can be typed into the terminal",
    severity: Severity::Warning,
    why: "ioctl with TIOCSTI puts characters into the input of a terminal, as if somebody had typed them: the shell that \
          started the program runs them later, outside of the filter (CVE-2017-5226 in bubblewrap). TIOCLINUX does the \
          same on a virtual console, and is forgotten where TIOCSTI is refused (CVE-2023-28100 in Flatpak).",
    not_when: "The program has no terminal that others use (a new session, a pseudo-terminal of its own). Since \
               Linux 6.2 TIOCSTI can be switched off (dev.tty.legacy_tiocsti). It is a warning where one of the two \
               is refused, and else a note. A filter that lets run what it does not name, and names less than 20 \
               calls, has another purpose, and is not found: ACT01 says what runs.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == ioctl {
    A = lo32(request)
    if A == TIOCSTI { return errno EPERM }
}
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == ioctl {
    A = lo32(request)
    if A == TIOCSTI { return errno EPERM }
    if A == TIOCLINUX { return errno EPERM }
}
return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        let Some(ioctl) = surface.call("ioctl") else { return Ok(()) };
        let (mut open, mut closed) = (Vec::new(), false);
        for name in ["TIOCSTI", "TIOCLINUX"] {
            let Some(condition) = look.needed(ioctl.sysno, &[Need::Is("request", name)])? else { continue };
            match look.running(&ioctl, condition)? {
                Some(data) => open.push((name, data)),
                None => closed |= look.denied(surface, &ioctl, condition)?.is_some(),
            }
        }
        if !closed && !look.is_general(surface) {
            return Ok(());
        }
        let Some((_, witness)) = open.first() else { return Ok(()) };
        let names: Vec<&str> = open.iter().map(|(name, _)| *name).collect();
        let other = if closed { ", though the other is refused" } else { "" };
        look.find(Found {
            severity: if closed { Severity::Warning } else { Severity::Note },
            abi: surface.abi,
            calls: vec!["ioctl".into()],
            message: format!(
                "ioctl runs with {}{other}: what it types into a terminal is run outside of the filter",
                listed(&names)
            ),
            fix: "refuse TIOCSTI and TIOCLINUX, by the lower half of the request".into(),
            witness: *witness,
        });
        Ok(())
    })
}
