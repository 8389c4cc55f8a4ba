//! What runs a program: nothing, the C floor, callgate, and the tools that Debian has.

use crate::measure::Bench;
use std::ffi::{OsStr, OsString};
use std::path::Path;

/// The calls that the preset `workspace` judges, for the tool that only watches them.
const WATCHED: &str = "trace=open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,unlink,unlinkat,rmdir,\
    mkdir,mkdirat,mknod,mknodat,symlink,symlinkat,truncate,chmod,fchmodat,chown,lchown,fchownat,utime,utimes,futimesat,\
    utimensat,connect,bind,listen,sendto,sendmsg";

/// One way to run a program.
pub(crate) struct Runner {
    /// What the table calls it.
    pub(crate) name: &'static str,
    /// What stands before the program's own words.
    pub(crate) words: Vec<OsString>,
    /// Whether it does here: a peer may be missing, or not be for this user.
    pub(crate) runs: bool,
}

impl Runner {
    /// All of them, native first. `folder` is where programs may write.
    pub(crate) fn all(bench: &Bench, folder: &Path) -> Vec<Runner> {
        let words = |words: &[&OsStr]| words.iter().map(OsString::from).collect();
        let text = |text: &str| text.split_whitespace().map(OsString::from).collect::<Vec<_>>();
        let mut bwrap = text("bwrap --ro-bind / / --dev /dev --proc /proc --unshare-net --bind");
        bwrap.extend([folder.into(), folder.into(), OsString::from("--")]);
        let callgate = "run -q -p workspace --";
        let runners = [
            ("native", Vec::new()),
            ("the C floor", words(&[bench.floor().as_ref(), "run".as_ref()])),
            ("callgate", [vec![bench.callgate().into()], text(callgate)].concat()),
            ("bubblewrap", bwrap),
            ("proot", text("proot")),
            ("firejail", text("firejail --quiet --noprofile --net=none")),
            ("strace", text(&format!("strace -f -o /dev/null --seccomp-bpf -e {WATCHED}"))),
        ];
        runners.map(|(name, words)| Runner { name, words, runs: true }).into()
    }

    /// Whether it is callgate.
    pub(crate) fn is_callgate(&self) -> bool {
        self.name == "callgate"
    }
}
