//! The calls that change a file's mode.

use super::prelude::*;
use crate::lint::gap::{Way, main, main_with, side, side_with};

pub(crate) static RULE: Rule = Rule {
    code: "SIB04",
    title: "one call that changes file modes is refused, another runs",
    severity: Severity::Warning,
    why: "chmod, fchmod, fchmodat and (since Linux 6.6) fchmodat2 change a file's mode. Filters that keep a program from \
          making set-user-ID files are older than fchmodat2 as a rule, and let it do what they refuse to the others.",
    not_when: "The file system is mounted without set-user-ID (`nosuid`), and that was all that was to be kept.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == chmod goto mode1
if A == fchmod goto mode1
if A == fchmodat goto mode2
return allow
mode1: A = lo32(args[1])
if A & 0o4000 { return errno EPERM }
return allow
mode2: A = lo32(args[2])
if A & 0o4000 { return errno EPERM }
return allow",
    ),
    clean: Example::Policy(
        "callgate = 1
[syscalls]
default = 'allow'
errno.EPERM = ['chmod(mode & 0o4000 != 0)', 'fchmod(mode & 0o4000 != 0)', 'fchmodat(mode & 0o4000 != 0)', \
         'fchmodat2(mode & 0o4000 != 0)']
",
    ),
    check,
};

const ANY: &[Way] = &[main("chmod"), main("fchmod"), main("fchmodat"), side("fchmodat2")];
const SET_USER_ID: &[Way] = &[
    main_with("chmod", &[Need::Bits("mode", 0o4000)]),
    main_with("fchmod", &[Need::Bits("mode", 0o4000)]),
    main_with("fchmodat", &[Need::Bits("mode", 0o4000)]),
    side_with("fchmodat2", &[Need::Bits("mode", 0o4000)]),
];
const SET_GROUP_ID: &[Way] = &[
    main_with("chmod", &[Need::Bits("mode", 0o2000)]),
    main_with("fchmod", &[Need::Bits("mode", 0o2000)]),
    main_with("fchmodat", &[Need::Bits("mode", 0o2000)]),
    side_with("fchmodat2", &[Need::Bits("mode", 0o2000)]),
];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        for (what, ways) in [
            ("changing file modes", ANY),
            ("making set-user-ID files", SET_USER_ID),
            ("making set-group-ID files", SET_GROUP_ID),
        ] {
            if let Some(gap) = look.gap(surface, ways)? {
                look.find_gap(surface, &gap, what, "refuse all of them alike, fchmodat2 too");
                break;
            }
        }
        Ok(())
    })
}
