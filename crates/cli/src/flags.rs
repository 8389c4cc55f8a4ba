//! The flags that speak of a policy, the same for every command that takes one.

use clap::ValueHint;

/// Where a policy comes from.
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Policy")]
pub(crate) struct PolicyArgs {
    /// A policy file, or a preset (a name without `/` and `.toml`); several are merged, the strictest wins
    #[arg(short = 'p', long = "policy", value_name = "FILE|PRESET", value_hint = ValueHint::FilePath)]
    pub(crate) policies: Vec<String>,
    /// Allow reading what is at or beneath a path
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) read: Vec<String>,
    /// Allow reading and changing what is at or beneath a path
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) write: Vec<String>,
    /// Allow reading and executing what is at or beneath a path
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) exec: Vec<String>,
    /// Make a path nonexistent
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) hide: Vec<String>,
    /// Allow bind and listen at an address: `tcp:*:8080`, `unix:./sock`
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) listen: Vec<String>,
    /// Allow bind at an address
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) bind: Vec<String>,
    /// Allow connections to an address: `tcp:example.org:443`, `udp:$DNS:53`
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) connect: Vec<String>,
    /// Allow sending datagrams to an address
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) send: Vec<String>,
    /// Deny an operation on an object: `fs.write:./.git`
    #[arg(long, value_name = "OP:OBJECT")]
    pub(crate) deny: Vec<String>,
    /// Ask before an operation on an object
    #[arg(long, value_name = "OP:OBJECT")]
    pub(crate) ask: Vec<String>,
    /// Report an operation on an object
    #[arg(long, value_name = "OP:OBJECT")]
    pub(crate) log: Vec<String>,
    /// Let opens of one file use another
    #[arg(long, value_name = "FROM=TO")]
    pub(crate) redirect: Vec<String>,
    /// Inject a fault: `openat **/*.db #3 EIO`
    #[arg(long, value_name = "FAULT")]
    pub(crate) fault: Vec<String>,
    /// Add to a list of [syscalls]: `errno.EPERM:mprotect(prot & PROT_EXEC != 0)`
    #[arg(long, value_name = "LIST:CALL")]
    pub(crate) syscall: Vec<String>,
    /// What happens to files and addresses that no rule speaks of
    #[arg(long, value_name = "allow|deny")]
    pub(crate) default: Option<String>,
    /// Leave out a rule by its id
    #[arg(long, value_name = "ID")]
    pub(crate) without: Vec<String>,
}

impl PolicyArgs {
    /// Whether any flag but `-p` was given.
    pub(crate) fn has_rules(&self) -> bool {
        let lists = [
            &self.read,
            &self.write,
            &self.exec,
            &self.hide,
            &self.listen,
            &self.bind,
            &self.connect,
            &self.send,
            &self.deny,
            &self.ask,
            &self.log,
            &self.redirect,
            &self.fault,
            &self.syscall,
            &self.without,
        ];
        self.default.is_some() || lists.iter().any(|list| !list.is_empty())
    }
}
