//! Every mistake of a text is reported in one pass, with its place, what was expected, and a suggestion.
//!
//! `UPDATE_GOLDEN=1` rewrites the expected renderings.

mod surroundings;

use callgate_policy::{Loader, PRESETS, Purpose, Severity};
use proptest::prelude::*;
use std::path::{Path, PathBuf};
use surroundings::{environment, findings, load};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

#[test]
fn renderings_of_the_invalid_samples() {
    let mut names: Vec<PathBuf> = std::fs::read_dir(data().join("policies/invalid"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.extend(std::fs::read_dir(data().join("mistakes")).unwrap().map(|entry| entry.unwrap().path()));
    names.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    assert!(names.len() > 5);
    for path in names {
        let environment = environment();
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let mut loader = Loader::new(&environment);
        loader.text(name, &text, Path::new("/policies"));
        let findings = match loader.finish(Purpose::Run) {
            Ok((_, findings)) | Err(findings) => findings.to_string(),
        };
        let golden = data().join("golden").join(name).with_extension("txt");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&golden, &findings).unwrap();
        }
        let expected = std::fs::read_to_string(&golden).unwrap();
        assert_eq!(findings, expected, "{name}: UPDATE_GOLDEN=1 rewrites {}", golden.display());
    }
}

/// Each of the two invalid samples of the language, mistake by mistake: line, word, suggestion.
#[test]
fn the_invalid_samples_report_every_mistake() {
    let expected = [
        ("bad.toml", 2, "defualt", Some("default")),
        ("bad.toml", 4, "public", Some("./public")),
        ("bad.toml", 4, "$HMOE", Some("$HOME")),
        ("bad.toml", 5, "wirte", Some("write")),
        ("bad.toml", 8, "opennat", Some("openat")),
        ("bad.toml", 8, "PROT_EXE", Some("PROT_EXEC")),
        ("bad.toml", 8, "fdd", Some("fd")),
        ("bad.toml", 9, "EPREM", Some("EPERM")),
        ("bad.toml", 13, "exactly one thing", None),
        ("ambiguous.toml", 5, "different errnos", None),
    ];
    for name in ["bad.toml", "ambiguous.toml"] {
        let environment = environment();
        let mut loader = Loader::new(&environment);
        loader.file(&data().join("policies/invalid").join(name));
        let findings = loader.finish(Purpose::Run).unwrap_err().at_least(Severity::Error);
        let wanted: Vec<_> = expected.iter().filter(|(file, ..)| *file == name).collect();
        assert_eq!(findings.items.len(), wanted.len(), "{findings}");
        for ((_, line, word, suggestion), item) in wanted.into_iter().zip(&findings.items) {
            assert_eq!(item.place.as_ref().unwrap().line, *line, "{}", item.message);
            assert!(item.message.contains(word), "{} lacks {word}", item.message);
            assert!(!item.expected.is_empty(), "{}", item.message);
            if let Some(near) = suggestion {
                assert!(item.suggestion.as_ref().unwrap().message.contains(near), "{}", item.message);
            }
        }
    }
}

#[test]
fn a_syntax_error_leaves_the_rest_checked() {
    let text = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"/a\", \"/b\"\nwirte = [\"/c\"]\n[net]\nconnekt = []\n[syscalls]\ndefault = \"kil\"\n";
    let findings = load(text).unwrap_err();
    assert_eq!(findings.items.len(), 4, "{findings}");
    assert!(findings.items[0].message.starts_with("syntax error"), "{findings}");
}

#[test]
fn what_cannot_be_read_is_said_plainly() {
    let environment = environment();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("bytes.toml"), b"callgate = 1\n\xff\n").unwrap();
    for (name, part) in [
        ("gone.toml", "there is no such file"),
        ("", "it is a folder"),
        ("bytes.toml", "line 2 is not UTF-8"),
    ] {
        let mut loader = Loader::new(&environment);
        loader.file(&folder.path().join(name));
        let findings = loader.finish(Purpose::Run).unwrap_err().to_string();
        assert!(findings.contains(part), "{findings}");
    }
    let mut loader = Loader::new(&environment);
    loader.preset("workspce");
    let findings = loader.finish(Purpose::Run).unwrap_err().to_string();
    assert!(findings.contains("did you mean `workspace`?"), "{findings}");
}

#[test]
fn a_policy_cannot_write_to_the_terminal() {
    let text =
        "callgate = 1\n\"\\u001b[31m\" = 1\nname = \"\\u001b]0;x\\u0007\"\n[fs]\nread = [\"\\u001b[2Jx\"]\n";
    let plain = findings(text);
    assert!(!plain.contains('\u{1b}') && !plain.contains('\u{7}'), "{plain:?}");
}

#[test]
fn warnings_name_what_is_stricter() {
    let dead = |body: &str| findings(&format!("callgate = 1\ndefault = \"deny\"\n{body}"));
    assert!(dead("[fs]\nread = [\"/s/a\"]\ndeny.read = [\"/s\"]\n").contains("can never take effect"));
    assert!(
        dead("[fs]\nread = [\"/s/a\"]\ndeny.read = [{ at = \"/s\", except = [\"/s/a/b\"] }]\n").is_empty()
    );
    assert!(
        dead("[fs]\nread = [\"/s/*\"]\ndeny.read = [\"/s/[!a]*\", \"/s/a*\", \"/s\"]\n")
            .contains("can never")
    );
    assert!(
        dead("[fs]\nread = [{ at = \"/s\", except = [\"/t\"] }]\n")
            .contains("exception `/t` can never take effect")
    );
    assert!(
        dead("[net]\nconnect = [\"tcp:10.1.0.0/16:80\"]\ndeny.all = [\"tcp:10.0.0.0/8:*\"]\n")
            .contains("can never")
    );
    let calls = |body: &str| findings(&format!("callgate = 1\n[syscalls]\ndefault = \"kill\"\n{body}"));
    assert!(
        calls("allow = [\"write(fd == 1)\"]\nerrno.EIO = [\"write\"]\n").contains("can never take effect")
    );
    assert!(calls("allow = [\"write(fd & 1 == 2)\"]\n").contains("no argument satisfies"));
    assert!(calls("allow = [\"write(fd > 3)\"]\nerrno.EIO = [\"write(fd > 4)\"]\n").is_empty());
}

fn any_policy() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "callgate = 1\n",
        "[fs]\n",
        "[net]\n",
        "[syscalls]\n",
        "[[fault]]\n",
        "[[expect]]\n",
        "[vars]\n",
        "[env]\n",
        "[limits]\n",
        "[[fs.redirect]]\n",
        "read = ",
        "deny.all = ",
        "allow = ",
        "errno.EIO = ",
        "use = ",
        "\"./x\"",
        "\"**/*\"",
        "\"$HOME/[a\"",
        "\"tcp:*:80\"",
        "\"unix:@x\"",
        "\"write(fd & 1 == 2)\"",
        "[",
        "]",
        "{ at = ",
        "}",
        ",",
        "\"",
        "'",
        "\n",
        "=",
        "a",
        "1",
        "\"base\"",
        "\"@module\"",
        "\\",
        "\u{e9}",
        "except = ",
        "default = \"deny\"\n",
        "\"\"\"",
    ]);
    prop::collection::vec(words, 0..40).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_loader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let environment = environment();
        let mut loader = Loader::new(&environment);
        loader.bytes("p.toml", &bytes, Path::new("/policies"));
        if let Err(findings) = loader.finish(Purpose::Run) {
            let _ = findings.render(true);
        }
    }

    #[test]
    fn no_words_make_the_loader_panic(text in any_policy()) {
        match load(&text) {
            Ok((policy, _)) => drop(policy.resolved_toml()),
            Err(findings) => prop_assert!(!findings.render(false).is_empty()),
        }
    }

    #[test]
    fn no_damage_to_a_preset_makes_the_loader_panic(at in any::<prop::sample::Index>(), to in any::<char>(), which in 0..PRESETS.len()) {
        let mut chars: Vec<char> = PRESETS[which].text.chars().collect();
        let index = at.index(chars.len());
        chars[index] = to;
        let text: String = chars.into_iter().collect();
        let _ = load(&text).map_err(|findings| findings.render(true));
    }
}
