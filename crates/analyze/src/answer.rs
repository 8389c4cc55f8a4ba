//! What two answers of filters come to together.

use crate::diagram::{Combine, Leaf};
use callgate_abi::Action;

/// Who decides that a call runs: the weaker of two answers is the greater.
///
/// The order that `--not-weaker` goes by: which error a refused call gets, or how it is killed, is no
/// weakness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Permission {
    /// The call does not run: errno, trap, kill.
    Refused,
    /// A tracer or a listener decides.
    Asked,
    /// The call runs: allow, log.
    Runs,
}

impl Permission {
    /// The permission that an action gives.
    pub fn of(action: Action) -> Permission {
        match action {
            Action::Allow | Action::Log => Permission::Runs,
            Action::Trace(_) | Action::UserNotif => Permission::Asked,
            Action::Errno(_) | Action::Trap(_) | Action::KillThread | Action::KillProcess => {
                Permission::Refused
            }
        }
    }
}

/// The action bits as the kernel orders them.
fn kernel_order(ret: u32) -> i32 {
    (ret & Action::ACTION_FULL) as i32
}

/// No return value is stricter.
const STRICTEST: i32 = i32::MIN;

impl Combine {
    pub(crate) fn leaves(self, left: Leaf, right: Leaf) -> Leaf {
        use Leaf::{Bool, By, Differ, Ret, Same, Unknown};
        match (self, left, right) {
            (Combine::Normal, Ret(ret), _) => Ret(Action::from_ret(ret).to_ret()),
            (Combine::Normal, other, _) => other,
            (Combine::Stack, Ret(newer), Ret(older)) => {
                Ret(if kernel_order(older) < kernel_order(newer) { older } else { newer })
            }
            (Combine::Deciders, By(newer, _), By(older, from))
                if kernel_order(older) < kernel_order(newer) =>
            {
                By(older, from)
            }
            (Combine::Deciders, By(newer, from), By(..)) => By(newer, from),
            (Combine::Deciders, By(newer, from), Unknown(_)) if kernel_order(newer) == STRICTEST => {
                By(newer, from)
            }
            // Nothing outranks it, whatever the other one is.
            (Combine::Stack, Ret(newer), Unknown(_)) if kernel_order(newer) == STRICTEST => Ret(newer),
            (Combine::Stack, Unknown(_), Ret(older)) if older == STRICTEST as u32 => Ret(older),
            (Combine::Agree, Ret(a), Ret(b)) => {
                Bool(kernel_order(a) == kernel_order(b) && Action::from_ret(a) == Action::from_ret(b))
            }
            (Combine::Agree, _, _) => Bool(false),
            (Combine::Stricter, Ret(a), Ret(b)) => {
                Ret(if Action::from_ret(b).rank() > Action::from_ret(a).rank() { b } else { a })
            }
            (Combine::Difference, Ret(a), Ret(b)) => {
                if a == b {
                    Same
                } else {
                    Differ(a, b)
                }
            }
            (Combine::Weaker, Ret(a), Ret(b)) => {
                let permission = |ret| Permission::of(Action::from_ret(ret));
                if permission(b) > permission(a) { Differ(a, b) } else { Same }
            }
            // What lets nothing through is not weaker than anything, and nothing is weaker than what lets all.
            (Combine::Weaker, Unknown(_), Ret(b)) if refuses(b) => Same,
            (Combine::Weaker, Ret(a), Unknown(_))
                if Permission::of(Action::from_ret(a)) == Permission::Runs =>
            {
                Same
            }
            (_, Unknown(reason), _) | (_, _, Unknown(reason)) => Unknown(reason),
            (_, Bool(_) | Same | Differ(..) | By(..), _)
            | (_, _, Bool(_) | Same | Differ(..) | By(..))
            | (Combine::Deciders, Ret(_), _) => {
                unreachable!("only answers are combined")
            }
        }
    }
}

fn refuses(ret: u32) -> bool {
    Permission::of(Action::from_ret(ret)) == Permission::Refused
}

#[cfg(test)]
mod tests {
    use super::Combine;
    use crate::diagram::Leaf::{Differ, Ret, Same, Unknown};
    use crate::limits::Reason;

    #[test]
    fn the_kernels_precedence() {
        let stack = |newer, older| Combine::Stack.leaves(Ret(newer), Ret(older));
        assert_eq!(stack(0x7fff_0000, 0x0005_0001), Ret(0x0005_0001));
        assert_eq!(stack(0x0005_0002, 0x0005_0001), Ret(0x0005_0002), "of equal ones the newest");
        assert_eq!(stack(0, 0x8000_0000), Ret(0x8000_0000));
        assert_eq!(stack(0xffff_0000, 0), Ret(0xffff_0000), "unknown actions are ordered by their bits");
        let unknown = Unknown(Reason::Limits);
        assert_eq!(Combine::Stack.leaves(unknown, Ret(0x8000_0000)), Ret(0x8000_0000));
        assert_eq!(Combine::Stack.leaves(Ret(0), unknown), unknown);
    }

    #[test]
    fn weaker_is_who_lets_more_through() {
        let weaker = |a, b| Combine::Weaker.leaves(Ret(a), Ret(b));
        assert_eq!(weaker(0, 0x0005_0001), Same);
        assert_eq!(weaker(0x7fff_0000, 0x7ffc_0000), Same);
        assert_eq!(weaker(0x0005_0001, 0x7fc0_0000), Differ(0x0005_0001, 0x7fc0_0000));
        assert_eq!(weaker(0x7fc0_0000, 0x7fff_0000), Differ(0x7fc0_0000, 0x7fff_0000));
    }
}
