//! docs/calls.md is what the tables say.

use callgate_abi::{Abi, Sysno};
use callgate_plan::{Listed, Way, listing};
use std::collections::BTreeMap;
use std::fmt::Write;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/calls.md");

const HEAD: &str = "\
# Every call, and what becomes of it

Each system call of x86-64 and i386 that Linux has had, and what it gets under policies that judge files, names or
addresses (`[fs]`, `[net]`); what `[syscalls]` says of it holds besides. `callgate show --plan POLICY` shows which of these
lines a policy brings about. Numbers beyond this table, those of Linux releases to come, get `ENOSYS` under such
policies. x32 calls are killed or get `bad-arch`.

This page is written from `crates/plan/src/{calls,traced,untouched}.rs` by
`CALLGATE_WRITE=1 cargo test -p callgate-plan --test calls`; a test fails when a call stands nowhere.

- **performed**: the supervisor judges it and performs it for the program, on the very object that was judged.
- **watched**: the supervisor hears of it, and the kernel performs it; its arguments are numbers.
- **sealed**: the program performs it itself, with checked arguments that it cannot change.
- an errno: the filter refuses it, by its number or by numbers among its arguments.
- (…): only with certain arguments. `socketcall` is decoded: what it calls is treated as that call is.

| call | of | gets | where | why |
|---|---|---|---|---|
";

const REST: &str = "
## Untouched

`ipc` names nothing that rules know either way, so it is not decoded.

| why | calls |
|---|---|
";

fn page() -> String {
    let listing = listing();
    let mut page = HEAD.to_owned();
    for Listed { name, way, under, sometimes, reason } in &listing {
        let gets = match way {
            Way::Performed => "performed".to_owned(),
            Way::Watched => "watched".to_owned(),
            Way::Sealed => "sealed".to_owned(),
            Way::Refused(errno) => format!("`{errno}`"),
            Way::Untouched => continue,
        };
        let on = |abi| Sysno::from_name(abi, name).is_some();
        let of = match (on(Abi::X86_64), on(Abi::I386)) {
            (true, true) => "both",
            (true, false) => "x86-64",
            (false, true) => "i386",
            (false, false) => continue,
        };
        let some = if *sometimes { "(…)" } else { "" };
        writeln!(page, "| {name}{some} | {of} | {gets} | {under} | {reason} |").unwrap();
    }
    page += REST;
    let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in listing.iter().filter(|line| line.way == Way::Untouched) {
        groups.entry(line.reason).or_default().push(line.name);
    }
    for (reason, names) in groups {
        writeln!(page, "| {reason} | {} |", names.join(", ")).unwrap();
    }
    page
}

#[test]
fn the_page_is_what_the_tables_say() {
    let page = page();
    if std::env::var_os("CALLGATE_WRITE").is_some() {
        std::fs::write(PAGE, &page).unwrap();
    }
    assert!(
        std::fs::read_to_string(PAGE).unwrap_or_default() == page,
        "docs/calls.md is not what the tables say: CALLGATE_WRITE=1 cargo test -p callgate-plan --test calls"
    );
}
