//! The policies that come with callgate.

/// A preset: a policy, or a fragment to use in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preset {
    /// What `-p` and `use` call it.
    pub name: &'static str,
    /// What it is for, in one line.
    pub description: &'static str,
    /// Whether it has no `default` of its own: alone it means deny.
    pub fragment: bool,
    /// The policy, with a reason for each rule.
    pub text: &'static str,
}

/// Every preset, in the order of a listing.
pub static PRESETS: &[Preset] = &[
    Preset {
        name: "workspace",
        description: "read all but secrets, write only here and in the temporary folder, no network",
        fragment: false,
        text: include_str!("../presets/workspace.toml"),
    },
    Preset {
        name: "base",
        description: "what a dynamically linked program needs to start and look around",
        fragment: true,
        text: include_str!("../presets/base.toml"),
    },
    Preset {
        name: "node",
        description: "what node and npm need beside base",
        fragment: true,
        text: include_str!("../presets/node.toml"),
    },
    Preset {
        name: "python",
        description: "what python and pip need beside base",
        fragment: true,
        text: include_str!("../presets/python.toml"),
    },
    Preset {
        name: "cargo",
        description: "what cargo and rustc need beside base",
        fragment: true,
        text: include_str!("../presets/cargo.toml"),
    },
    Preset {
        name: "strict",
        description: "read, write, exit and sigreturn, as the kernel's strict mode",
        fragment: false,
        text: include_str!("../presets/strict.toml"),
    },
    Preset {
        name: "strict-exit-group",
        description: "strict, and exit_group, by which C libraries leave",
        fragment: false,
        text: include_str!("../presets/strict-exit-group.toml"),
    },
    Preset {
        name: "orw",
        description: "open, read, write, and what a static program needs to start",
        fragment: false,
        text: include_str!("../presets/orw.toml"),
    },
    Preset {
        name: "orw-mprotect",
        description: "orw, and mprotect",
        fragment: false,
        text: include_str!("../presets/orw-mprotect.toml"),
    },
];

/// The preset of a name.
pub fn preset(name: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.name == name)
}
