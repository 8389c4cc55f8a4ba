//! What comes to the supervisor: nothing that no rule can concern, since flags decide in the filter.

use crate::case::Case;
use callgate_tests::{Need, Scene, Variant};

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/counts/notifications", needs: NOTIFY, run: |scene| count(scene, &USER) },
    Case { name: "root/counts/notifications", needs: NOTIFY, run: |scene| count(scene, &ROOT) },
];

/// What `guests/counts.c` does.
const KINDS: &[&str] = &[
    "read-only opens",
    "opens of folders",
    "O_PATH opens",
    "write-only opens",
    "creating opens",
    "looks",
    "names",
    "transfers",
    "children",
    "sockets",
    "connects",
    "binds",
    "sends to an address",
    "sends",
];

/// A rule, and of which kinds each repetition is notified how often.
type Counted = (&'static str, &'static [(&'static str, u64)]);

/// callgate's own files are write-denied in every run (rule 10 of the language), so writes always are judged, and
/// binds with them: a unix socket's address is a new name, and the family lies in memory.
const WRITES: &[(&str, u64)] = &[("write-only opens", 1), ("creating opens", 1), ("names", 2), ("binds", 1)];

const USER: [Counted; 7] = [
    ("[fs]\ndeny.write = [\"/nowhere\"]", WRITES),
    ("[fs]\ndeny.read = [\"/nowhere\"]", OPENS),
    ("[[fs.redirect]]\nfrom = \"/nowhere\"\nto = \"/elsewhere\"", OPENS),
    (
        "[net]\ndeny.connect = [\"tcp:*:1\"]",
        &[WRITES[0], WRITES[1], WRITES[2], WRITES[3], ("connects", 1), ("sends to an address", 1)],
    ),
    ("[net]\ndeny.bind = [\"udp:*:1\"]", WRITES),
    (
        "[net]\ndeny.send = [\"udp:*:1\"]",
        &[WRITES[0], WRITES[1], WRITES[2], WRITES[3], ("sends to an address", 1)],
    ),
    ("[net]\ndeny.listen = [\"tcp:*:1\"]", WRITES),
];

const OPENS: &[(&str, u64)] = &[
    ("read-only opens", 1),
    ("opens of folders", 1),
    ("write-only opens", 1),
    ("creating opens", 1),
    ("names", 2),
    ("binds", 1),
];

/// Root's capabilities open other processes' files in /proc, so root's reads are judged where files are.
const ROOT: [Counted; 2] =
    [("[fs]\ndeny.write = [\"/nowhere\"]", OPENS), ("[net]\ndeny.listen = [\"tcp:*:1\"]", OPENS)];

fn count(scene: &Scene, policies: &[Counted]) {
    const TIMES: u64 = 7;
    scene.put("file", "text\n");
    // Static: a dynamic loader opens its libraries.
    let program = scene.guests.find("counts", Variant::Static);
    for (rules, counted) in policies {
        let policy = format!("callgate = 1\ndefault = \"allow\"\n{rules}\n");
        for kind in KINDS {
            let outcome = scene.supervised(&policy, &program, &[*kind, &TIMES.to_string()]);
            outcome.ends(0);
            let end = scene.events().pop().expect("an end event");
            let notified = end["totals"]["notifications"].as_u64();
            let each = counted.iter().find(|(known, _)| known == kind).map_or(0, |(_, each)| *each);
            assert_eq!(notified, Some(each * TIMES), "{kind} under\n{rules}\n{end}\n{outcome}");
        }
    }
}
