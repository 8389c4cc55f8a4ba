//! The graph for Graphviz.

use super::{End, Graph, To, answer};
use std::fmt::Write as _;

/// `digraph filter { … }`.
pub(crate) fn render(graph: &Graph, title: &str) -> String {
    let mut text = String::from("digraph filter {\n");
    let _ = writeln!(text, "  label=\"{}\"; labelloc=t; fontname=monospace;", escaped(title));
    text.push_str(
        "  node [shape=box fontname=monospace fontsize=11]; edge [fontname=monospace fontsize=10];\n",
    );
    let mut leaves = 0;
    let mut edge = |text: &mut String, from: &str, to: To, word: &str, took: bool| {
        let style = if took { " color=\"#d84315\" penwidth=2.5" } else { "" };
        let target = match (to, answer(to)) {
            (To::Node(index), _) => format!("n{index}"),
            (_, Some((words, colour))) => {
                leaves += 1;
                let pen = if took { " color=\"#d84315\" penwidth=2.5" } else { "" };
                let _ = writeln!(
                    text,
                    "  a{leaves} [label=\"{}\" style=\"filled,rounded\" fillcolor=\"{colour}\"{pen}];",
                    escaped(&words)
                );
                format!("a{leaves}")
            }
            (_, None) => return,
        };
        let _ = writeln!(text, "  {from} -> {target} [label=\"{word}\"{style}];");
    };
    text.push_str("  start [label=\"a call\" shape=plaintext];\n");
    let passed = graph.nodes.values().any(|node| node.passed);
    edge(&mut text, "start", graph.start, "", passed);
    for node in graph.nodes.values() {
        let words: Vec<String> =
            node.words(60).0.iter().map(|line| format!("{}\\l", escaped(line))).collect();
        let pen = if node.passed { " color=\"#d84315\" penwidth=2.5" } else { "" };
        let _ = writeln!(text, "  n{} [label=\"{}: {}\"{pen}];", node.index, node.index, words.concat());
        for (at, (to, word, took)) in node.ways().into_iter().enumerate() {
            let word = match &node.end {
                // The row's first calls tell which way is which.
                End::Searches { rows, .. } => {
                    rows.get(at).and_then(|(names, _)| names.first()).map_or("", String::as_str)
                }
                _ => word,
            };
            edge(&mut text, &format!("n{}", node.index), to, word, took);
        }
    }
    text.push_str("}\n");
    text
}

fn escaped(text: &str) -> String {
    text.chars()
        .flat_map(|c| match c {
            '"' | '\\' => vec!['\\', c],
            c if c.is_control() => vec![' '],
            c => vec![c],
        })
        .collect()
}
