//! Abilities of this machine that are not to be used.

use callgate_plan::Abilities;

/// Flags that all who plan share.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Withheld {
    /// Plan as if this machine lacked an ability: landlock, landlock=VERSION, ptrace, mseal, notify, addfd, pidfd_getfd,
    /// listener, filters, process_vm_readv, openat2, unshare, ia32
    #[arg(long, value_name = "ABILITY", value_parser = Ability::parse)]
    withhold: Vec<Ability>,
}

/// What can be withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ability {
    /// Landlock newer than this; 0 is all of it.
    Landlock(u32),
    Ptrace,
    Mseal,
    Notify,
    Addfd,
    PidfdGetfd,
    Listener,
    Filters,
    ProcessVmReadv,
    Openat2,
    Unshare,
    Ia32,
}

impl Ability {
    fn parse(word: &str) -> Result<Ability, String> {
        Ok(match word {
            "landlock" => Ability::Landlock(0),
            "ptrace" => Ability::Ptrace,
            "mseal" => Ability::Mseal,
            "notify" => Ability::Notify,
            "addfd" => Ability::Addfd,
            "pidfd_getfd" => Ability::PidfdGetfd,
            "listener" => Ability::Listener,
            "filters" => Ability::Filters,
            "process_vm_readv" => Ability::ProcessVmReadv,
            "openat2" => Ability::Openat2,
            "unshare" => Ability::Unshare,
            "ia32" => Ability::Ia32,
            _ => match word.strip_prefix("landlock=").map(str::parse) {
                Some(Ok(version)) => Ability::Landlock(version),
                Some(Err(_)) => return Err("the version of Landlock is a number: landlock=2".to_owned()),
                None => {
                    return Err(
                        "abilities are landlock, landlock=VERSION, ptrace, mseal, notify, addfd, pidfd_getfd, listener, \
                         filters, process_vm_readv, openat2, unshare, ia32"
                            .to_owned(),
                    );
                }
            },
        })
    }
}

impl Withheld {
    /// What is left of what was found.
    pub(crate) fn apply(&self, mut abilities: Abilities) -> Abilities {
        for ability in &self.withhold {
            match ability {
                Ability::Landlock(version) => abilities.landlock_abi = abilities.landlock_abi.min(*version),
                Ability::Ptrace => abilities.ptrace = false,
                Ability::Mseal => abilities.mseal = false,
                Ability::Notify => abilities.notify = false,
                Ability::Addfd => abilities.addfd = false,
                Ability::PidfdGetfd => abilities.pidfd_getfd = false,
                Ability::Listener => abilities.listener_free = false,
                Ability::Filters => abilities.filters = false,
                Ability::ProcessVmReadv => abilities.process_vm_readv = false,
                Ability::Openat2 => abilities.openat2 = false,
                Ability::Unshare => abilities.unshare = false,
                Ability::Ia32 => abilities.ia32 = false,
            }
        }
        abilities
    }
}

#[cfg(test)]
mod tests {
    use super::{Ability, Withheld};

    #[test]
    fn what_is_left() {
        let found = callgate::abilities();
        let withheld = Withheld { withhold: vec![Ability::Landlock(1), Ability::Ptrace] };
        let left = withheld.apply(found.clone());
        assert!(left.landlock_abi <= 1 && !left.ptrace);
        assert_eq!(left.notify, found.notify);
        assert_eq!(Ability::parse("landlock=3"), Ok(Ability::Landlock(3)));
        for wrong in ["landlock=x", "land", ""] {
            assert!(Ability::parse(wrong).is_err(), "{wrong}");
        }
    }
}
