//! Drawings: every answer and call of a filter is in them, and the way of a call is marked.

use std::path::Path;
use std::process::Command;

const FILTER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd/bench.in/open.asm");

fn graph(out: &str, words: &[&str]) -> String {
    graph_of(FILTER.as_ref(), out, words)
}

/// Of a text in the assembly language.
fn graph_of_text(text: &str, words: &[&str]) -> String {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("x.asm");
    std::fs::write(&file, text).unwrap();
    graph_of(&file, "x.svg", words)
}

fn graph_of(filter: &Path, out: &str, words: &[&str]) -> String {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(out);
    let output = Command::new(env!("CARGO_BIN_EXE_callgate"))
        .arg("graph")
        .arg(filter)
        .arg("-o")
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

/// All texts of a drawing.
fn texts(svg: &str) -> Vec<String> {
    let texts = svg.split("<text").skip(1).filter_map(|part| part.split_once('>'));
    texts
        .map(|(_, text)| text.split("</text>").next().unwrap_or_default())
        .map(|text| text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))
        .collect()
}

/// As libseccomp and chromium write them: halves, masks that hide everything, sign extension.
const HALVES: &str = "A = arch
if A != x86_64 { return kill }
A = nr
if A == lseek {
  A = hi32(args[1])
  if A != 0 { return errno EPERM }
  A = lo32(args[1])
  if A == 4096 { return allow }
  return errno EPERM
}
if A == openat {
  A = hi32(args[2])
  A &= 0
  if A != 0 { return errno EPERM }
  A = lo32(args[2])
  A &= 0x40
  if A != 0 { return errno EPERM }
  return allow
}
if A == ioctl {
  A = hi32(args[1])
  if A != 0 {
    if A != 0xffffffff { return trap }
    A = lo32(args[1])
    if A < 0x80000000 { return trap }
  }
  return allow
}
return allow
";

#[test]
fn halves_are_one_comparison() {
    let svg = graph_of_text(HALVES, &["--call", "lseek", "0", "4096", "0"]);
    let texts = texts(&svg);
    for words in [
        "offset == 4096 ?",
        "lo32(flags) & O_CREAT == 0 ?",
        "request >= 0x100000000 && request <= 0xffffffff7fffffff ?",
    ] {
        assert!(texts.iter().any(|text| text == words), "{words}: {texts:#?}");
    }
    assert!(!texts.iter().any(|text| text.contains("hi32")), "{texts:#?}");
    let marked = marked(&svg);
    assert!(
        marked.contains(&"offset == 4096 ?".to_owned()) && marked.contains(&"allow".to_owned()),
        "{marked:?}"
    );
    let refused = self::marked(&graph_of_text(HALVES, &["--call", "lseek", "0", "0x100001000", "0"]));
    assert!(
        refused.contains(&"errno EPERM".to_owned()) && !refused.contains(&"allow".to_owned()),
        "{refused:?}"
    );
}

#[test]
fn tests_that_decide_nothing_are_left_out() {
    let svg = graph_of_text(
        "A = nr\nif A == 3 { return kill }\nA = lo32(args[0])\nif A > 9 { return kill }\nA = nr\n\
         if A == 3 { return trap }\nA = lo32(args[0])\nif A > 20 { return trap }\nreturn allow",
        &[],
    );
    let texts = texts(&svg);
    assert!(!texts.iter().any(|text| text == "trap"), "{texts:#?}");
    assert!(texts.iter().any(|text| text.starts_with("2 tests are left out")), "{texts:#?}");
}

/// The names of x32 are told from those of x86-64, which has the same for other numbers.
#[test]
fn x32_has_its_own_names() {
    let svg = graph_of_text(
        "A = arch\nif A != x86_64 { return kill }\nA = nr\nif A == open { return trap }\nif A == 0x40000002 { return trace }\n\
         if A > 0x40000000 { return errno ENOSYS }\nif A == 7 { return log }\nreturn allow",
        &[],
    );
    let texts = texts(&svg);
    let has = |word: &str| texts.iter().any(|text| text.split(' ').any(|part| part == word));
    assert!(has("open") && has("x32.open"), "{texts:#?}");
}
