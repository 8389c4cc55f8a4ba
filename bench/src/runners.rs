//! What runs a program: nothing, the C floor, callgate, and the tools that Debian has.

use crate::measure::Bench;
use std::ffi::{OsStr, OsString};
use std::path::Path;

/// callgate with a policy that Landlock holds, but for mode, owner, times and attributes.
const LANDLOCK: &str = "callgate, Landlock";
/// The same with `via = "kernel"`: nobody judges those.
const LANDLOCK_ALONE: &str = "callgate, Landlock alone";
/// The calls that the preset `workspace` judges, for the tool that only watches them.
const WATCHED: &str = "trace=open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,unlink,unlinkat,rmdir,\
    mkdir,mkdirat,mknod,mknodat,symlink,symlinkat,truncate,chmod,fchmodat,chown,lchown,fchownat,utime,utimes,futimesat,\
    utimensat,connect,bind,listen,sendto,sendmsg";

/// A policy that Landlock holds: everything may be read and executed, and what is in these folders changed. Reports are
/// not asked for. `via` is what each rule on writes says besides.
pub(crate) fn held_by_landlock(writable: &[&Path], via: &str) -> String {
    let rule = |at: String| format!("{{ at = \"{at}\"{via} }}");
    let folders = writable.iter().map(|folder| rule(format!("{}/*", folder.display())));
    let writes: Vec<String> = folders.chain([rule("/dev/null".to_owned())]).collect();
    format!(
        "callgate = 1\ndefault = \"deny\"\nreport = \"none\"\n[fs]\nread = [\"/\"]\nexec = [\"/\"]\nwrite = [{}]\n",
        writes.join(", ")
    )
}

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
    /// All of them, native first. `writable` is where programs may write, the folder of the programs first; `held` are policies of [`held_by_landlock`]: one
    /// whose rest is the supervisor's, and one without any.
    pub(crate) fn all(bench: &Bench, writable: &[&Path], held: [&Path; 2]) -> Vec<Runner> {
        let folder = writable.first().copied().unwrap_or(Path::new("/"));
        let words = |words: &[&OsStr]| words.iter().map(OsString::from).collect();
        let text = |text: &str| text.split_whitespace().map(OsString::from).collect::<Vec<_>>();
        let mut bwrap = text("bwrap --ro-bind / / --dev /dev --proc /proc --unshare-net --bind");
        bwrap.extend([folder.into(), folder.into(), OsString::from("--")]);
        let mut by_hand: Vec<OsString> = words(&[bench.landlock().as_ref(), "one".as_ref()]);
        by_hand.extend(writable.iter().map(OsString::from));
        by_hand.push(OsString::from("--"));
        let callgate = "run -q -p workspace --";
        let under = |flags: &str, policy: &Path| {
            let mut words = vec![OsString::from(bench.callgate())];
            words.extend(text(flags));
            words.extend(["-p".into(), policy.into(), OsString::from("--")]);
            words
        };
        let runners = [
            ("native", Vec::new()),
            ("the C floor", words(&[bench.floor().as_ref(), "run".as_ref()])),
            ("callgate", [vec![bench.callgate().into()], text(callgate)].concat()),
            (LANDLOCK, under("run -q", held[0])),
            (LANDLOCK_ALONE, under("run -q --allow-unenforced metadata", held[1])),
            ("the same domain by the Landlock floor", by_hand),
            ("bubblewrap", bwrap),
            ("proot", text("proot")),
            ("firejail", text("firejail --quiet --noprofile --net=none")),
            ("strace", text(&format!("strace -f -o /dev/null --seccomp-bpf -e {WATCHED}"))),
        ];
        runners.map(|(name, words)| Runner { name, words, runs: true }).into()
    }

    /// Whether it is callgate with the preset.
    pub(crate) fn is_callgate(&self) -> bool {
        self.name == "callgate"
    }

    /// Whether it is callgate with a policy that Landlock holds.
    pub(crate) fn is_landlock(&self) -> bool {
        [LANDLOCK, LANDLOCK_ALONE].contains(&self.name)
    }
}
