//! Descriptors that come in messages.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "RCH06",
    title: "descriptors can be passed over sockets",
    severity: Severity::Note,
    why: "sendmsg and recvmsg pass open files between processes (SCM_RIGHTS); what is passed stands in memory, where no \
          filter sees it. A program that may not open files gets them from a helper, and a helper that is talked into it \
          hands over what the filter was to keep away.",
    not_when: "The program has no unix socket to anybody outside, and can make none. A filter that lets run what it \
               does not name, and names less than 20 calls, has another purpose, and is not found: ACT01 says what \
               runs.",
    triggering: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'write', 'recvmsg']\n",
    ),
    clean: Example::Policy("callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'write']\n"),
    check,
};

const CALLS: [&str; 5] = ["recvmsg", "sendmsg", "recvmmsg", "recvmmsg_time64", "sendmmsg"];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_running(
        &CALLS,
        "open files come and go with messages (SCM_RIGHTS), unseen by the filter",
        "see that no unix socket leads to a process with more rights; recvfrom and sendto pass no descriptors",
    )
}
