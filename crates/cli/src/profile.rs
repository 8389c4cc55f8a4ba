//! How often calls were made in a run: what `--profile` takes.

use crate::failure::{Failure, reason, shown};
use callgate_abi::{Abi, Sysno};
use callgate_compile::Weights;
use callgate_events::{Event, log};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// The weights of the calls in an event log.
pub(crate) fn read(path: &Path) -> Result<Weights, Failure> {
    let cannot = |why: &str| Failure::new(format!("cannot read {}: {why}", shown(path)));
    let file = File::open(path).map_err(|error| cannot(&reason(&error)))?;
    let mut counts: BTreeMap<Sysno, u32> = BTreeMap::new();
    for record in log::read(BufReader::new(file)) {
        let record = record.map_err(|error| cannot(&error.to_string()))?;
        if let Event::Call(event) = record.event
            && let Some(call) = number(&event.call.arch, &event.call.name)
        {
            let count = counts.entry(call).or_default();
            *count = count.saturating_add(u32::try_from(event.count).unwrap_or(u32::MAX));
        }
    }
    if counts.is_empty() {
        return Err(Failure::new(format!("{} tells of no call", shown(path)))
            .fix("a run reports every call that it judges with `report = \"all\"`, and writes its events with --events FILE"));
    }
    Ok(Weights::of_calls(counts.into_iter().map(|(call, count)| (call, f64::from(count)))))
}

/// The number of a call as events name it.
fn number(arch: &str, name: &str) -> Option<Sysno> {
    let abi = Abi::from_name(arch)?;
    let unnamed = || Some(Sysno { abi, nr: name.strip_prefix("syscall_")?.parse().ok()? });
    Sysno::from_name(abi, name).or_else(unnamed)
}
