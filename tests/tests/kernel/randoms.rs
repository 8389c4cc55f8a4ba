//! Calls with random arguments, most of them bad: natively and supervised, by policies that judge every call and
//! deny none, each is to return the same.
//!
//! A failing case names its seed: the guest run with it makes the same calls again.

use crate::case::Case;
use callgate_tests::scene::{ALLOW_LIST, JUDGE_ALL, rounds};
use callgate_tests::{Need, Scene, Variant};
use std::path::Path;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
const IA32: &[Need] = &[Need::Notify, Need::Addfd, Need::Ia32];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/randoms/opens", needs: NOTIFY, run: |scene| opens(scene, Variant::Dynamic) },
    Case { name: "user/randoms/opens-i386", needs: IA32, run: |scene| opens(scene, Variant::I386) },
    Case { name: "user/randoms/names", needs: NOTIFY, run: |scene| names(scene, Variant::Dynamic) },
    Case { name: "user/randoms/names-i386", needs: IA32, run: |scene| names(scene, Variant::I386) },
    Case { name: "user/randoms/metadata", needs: NOTIFY, run: |scene| metadata(scene, Variant::Dynamic) },
    Case { name: "user/randoms/metadata-i386", needs: IA32, run: |scene| metadata(scene, Variant::I386) },
    Case {
        name: "user/randoms/descriptors",
        needs: NOTIFY,
        run: |scene| descriptors(scene, Variant::Dynamic),
    },
    Case {
        name: "user/randoms/descriptors-i386",
        needs: IA32,
        run: |scene| descriptors(scene, Variant::I386),
    },
    Case { name: "user/randoms/lookups", needs: NOTIFY, run: |scene| lookups(scene, Variant::Dynamic) },
    Case { name: "user/randoms/lookups-i386", needs: IA32, run: |scene| lookups(scene, Variant::I386) },
    Case { name: "user/randoms/sockets", needs: NOTIFY, run: |scene| sockets(scene, Variant::Dynamic) },
    Case { name: "user/randoms/sockets-i386", needs: IA32, run: |scene| sockets(scene, Variant::I386) },
];

/// Names are looked up for the program, and none of those it uses is hidden.
const HIDE: &str = "callgate = 1\ndefault = \"allow\"\n[fs]\nhide = [\"**/forbidden-*\"]\n";
/// Calls of one run.
const CALLS: &str = "300";

/// Policies under which every call but those that only look is judged.
const JUDGED: &[&str] = &[JUDGE_ALL, ALLOW_LIST, HIDE];

fn opens(scene: &Scene, variant: Variant) {
    run(scene, JUDGED, "random", "opens", variant);
}

fn names(scene: &Scene, variant: Variant) {
    run(scene, JUDGED, "random", "names", variant);
}

fn metadata(scene: &Scene, variant: Variant) {
    run(scene, JUDGED, "random", "metadata", variant);
}

fn descriptors(scene: &Scene, variant: Variant) {
    run(scene, JUDGED, "random", "descriptors", variant);
}

fn lookups(scene: &Scene, variant: Variant) {
    run(scene, &[HIDE], "random_looks", "lookups", variant);
}

fn sockets(scene: &Scene, variant: Variant) {
    run(scene, JUDGED, "random_sockets", "sockets", variant);
}

/// Ports are the whole machine's: what else takes one at this moment makes one of two runs differ, but not three times.
const ATTEMPTS: u32 = 3;

fn run(scene: &Scene, policies: &[&str], guest: &str, family: &str, variant: Variant) {
    let program = scene.guests.find(guest, variant);
    // 200 rounds, the default, are four seeds, the same ones each time; another first seed finds other calls.
    let first = callgate_tests::seed();
    for seed in (0..=rounds() / 50).map(|seed| first + u64::from(seed)) {
        let seed = seed.to_string();
        for policy in policies {
            let differs = || difference(scene, policy, &program, &[family, &seed, CALLS]);
            let differences: Vec<String> = (0..ATTEMPTS).map_while(|_| differs()).collect();
            assert!(
                differences.len() < ATTEMPTS as usize,
                "{guest} {family} {seed} {CALLS} ({variant:?}) under\n{policy}\n{}",
                differences.join("\n")
            );
        }
    }
}

/// Runs the program natively and supervised: where they first differ, if they do.
fn difference(scene: &Scene, policy: &str, program: &Path, arguments: &[&str]) -> Option<String> {
    scene.reset();
    let native = scene.native(program, arguments);
    native.ends(0);
    scene.reset();
    let supervised = scene.supervised(policy, program, arguments);
    let (mut natively, mut under) = (native.stdout.lines(), supervised.stdout.lines());
    loop {
        match (natively.next(), under.next()) {
            (None, None) => return None,
            (left, right) if left == right => {}
            (left, right) => {
                let [left, right] = [left, right].map(|line| line.unwrap_or("its end"));
                let said = &supervised.stderr;
                return Some(format!("natively:   {left}\nsupervised: {right}\n{said}"));
            }
        }
    }
}
