//! Drawings: every answer and call of a filter is in them, and the way of a call is marked.

use std::process::Command;

const FILTER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd/bench.in/open.asm");

fn graph(out: &str, words: &[&str]) -> String {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(out);
    let output = Command::new(env!("CARGO_BIN_EXE_callgate"))
        .args(["graph", FILTER, "-o"])
        .arg(&path)
        .args(words)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read_to_string(path).unwrap()
}

/// The marked boxes and answers, by what stands in them.
fn marked(svg: &str) -> Vec<String> {
    let lines: Vec<&str> = svg.lines().collect();
    let words = |line: &str| {
        let text = line.split("<text").nth(1)?.split_once('>')?.1;
        Some(text.split("</text>").next()?.to_owned())
    };
    let taken = |line: &str| line.starts_with("<rect") && line.contains("stroke=\"#d84315\"");
    let boxes = lines.iter().enumerate().filter(|(_, line)| taken(line));
    boxes
        .filter_map(|(at, line)| words(line).or_else(|| lines[at + 2..].iter().find_map(|line| words(line))))
        .collect()
}

#[test]
fn all_answers_are_there() {
    let svg = graph("x.svg", &[]);
    assert!(svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>"));
    for word in ["arch == x86_64 ?", "nr == openat ?", "nr == ioctl ?", "errno EACCES", "kill", "allow"] {
        assert!(svg.contains(&format!(">{word}</text>")), "{word}: {svg}");
    }
    assert!(marked(&svg).is_empty());
    let dot = graph("x.dot", &[]);
    assert!(dot.starts_with("digraph filter {") && dot.contains("nr == openat ?\\l"), "{dot}");
}

#[test]
fn the_way_of_a_call() {
    let svg = graph("x.svg", &["--call", "openat", "AT_FDCWD", "0x1000", "O_RDWR"]);
    let marked = marked(&svg);
    assert_eq!(marked.first().unwrap(), "arch == x86_64 ?");
    assert!(marked.contains(&"nr == openat ?".to_owned()), "{marked:?}");
    assert!(marked.contains(&"errno EACCES".to_owned()), "{marked:?}");
    for other in ["nr == ioctl ?", "kill", "allow"] {
        assert!(!marked.contains(&other.to_owned()), "{marked:?}");
    }
    assert!(svg.contains("openat(AT_FDCWD, 0x1000, O_RDWR, 0) gets errno EACCES"), "{svg}");
    let dot = graph("x.gv", &["--call", "openat", "AT_FDCWD", "0x1000", "O_RDONLY"]);
    assert_eq!(dot.matches("label=\"allow\"").count(), dot.matches("fillcolor=\"#c8e6c9\"").count());
    assert!(dot.contains("fillcolor=\"#c8e6c9\" color=\"#d84315\""), "{dot}");
}
