//! One target, named by `CALLGATE_FUZZ_TARGET`, under libFuzzer.
#![no_main]

use callgate_fuzz::Target;
use std::sync::OnceLock;

static TARGET: OnceLock<Target> = OnceLock::new();

libfuzzer_sys::fuzz_target!(
    init: {
        let name = std::env::var("CALLGATE_FUZZ_TARGET").unwrap_or_default();
        let target = callgate_fuzz::target(&name).unwrap_or_else(|| panic!("there is no target {name:?}"));
        TARGET.get_or_init(|| target);
    },
    |data: &[u8]| {
        if let Some(target) = TARGET.get() {
            (target.run)(&data[..data.len().min(target.longest)]);
        }
    }
);
