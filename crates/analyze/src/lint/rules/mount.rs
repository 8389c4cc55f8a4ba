//! The old and the new calls for mounting.

use super::prelude::*;
use crate::lint::gap::{Way, main, side};

pub(crate) static RULE: Rule = Rule {
    code: "SIB05",
    title: "mount is refused, and the newer calls for mounting run",
    severity: Severity::Warning,
    why: "Since Linux 5.2 file systems are mounted by fsopen, fsconfig, fsmount and move_mount as well, copied by \
          open_tree, and changed by mount_setattr (5.12) and open_tree_attr (6.15). Filters that refuse mount alone \
          are passed that way: CVE-2021-41133 in Flatpak.",
    not_when: "The program has no CAP_SYS_ADMIN, in no user namespace either.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == mount { return errno EPERM }
return allow",
    ),
    clean: Example::Policy(
        "callgate = 1
[syscalls]
default = 'allow'
errno.EPERM = ['mount', 'fsopen', 'fspick', 'fsconfig', 'fsmount', 'move_mount', 'open_tree', 'open_tree_attr', \
         'mount_setattr']
",
    ),
    check,
};

const WAYS: &[Way] = &[
    main("mount"),
    side("fsmount"),
    side("move_mount"),
    side("open_tree"),
    side("open_tree_attr"),
    side("mount_setattr"),
];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_gaps(
        "mounting",
        WAYS,
        "refuse fsopen, fspick, fsconfig, fsmount, move_mount, open_tree, open_tree_attr and mount_setattr with mount",
    )
}
