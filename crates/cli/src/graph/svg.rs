//! The graph as a drawing that a browser shows.
//!
//! Boxes stand below each other in the order of their instructions, since jumps lead forward only: `no` goes down
//! to the next box, answers stand at the right of the box that gives them, and jumps over boxes run in lanes at the
//! left, the shorter ones further in. So a filter of any size is a page to scroll, not a web.

use super::{End, Graph, Node, To, answer};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const LETTER: f64 = 7.3;
const LINE: f64 = 16.0;
const PAD: f64 = 7.0;
const GAP: f64 = 22.0;
const LANE: f64 = 11.0;
/// The height of an answer.
const CHIP: f64 = 19.0;
/// Characters in a line of a box.
const WRAP: usize = 76;
const TAKEN: &str = "#d84315";
const PLAIN: &str = "#78909c";

/// A count as a length.
fn units(count: usize) -> f64 {
    u32::try_from(count).map_or(0.0, f64::from)
}

struct Row<'g> {
    node: &'g Node,
    words: Vec<String>,
    /// The line of each way.
    places: Vec<usize>,
    top: f64,
    height: f64,
    width: f64,
}

/// A jump over boxes: from the middle of one row to the top of another.
struct Jump {
    from: usize,
    /// The line of a search's box at which it begins.
    line: Option<usize>,
    to: usize,
    taken: bool,
    lane: usize,
}

/// The drawing.
pub(crate) fn render(graph: &Graph, title: &str) -> String {
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut top = 56.0;
    for node in graph.nodes.values() {
        let (words, places) = node.words(WRAP);
        let longest = words.iter().map(|line| line.chars().count()).max().unwrap_or(0);
        let answers = node.ways().iter().filter(|(to, ..)| answer(*to).is_some()).count();
        let height = (units(words.len().max(1)) * LINE + 2.0 * PAD).max(units(answers) * (LINE + 6.0) + 2.0);
        rows.push(Row { node, words, places, top, height, width: units(longest + 6) * LETTER + 2.0 * PAD });
        top += height + GAP;
    }
    let place: BTreeMap<usize, usize> =
        rows.iter().enumerate().map(|(at, row)| (row.node.index, at)).collect();
    let mut jumps = jumps(&rows, &place);
    let lanes = assign(&mut jumps);
    let left = 24.0 + units(lanes) * LANE;
    let widest = rows.iter().map(|row| row.width).fold(180.0, f64::max);
    let answers = left + widest + 60.0;
    let (width, height) = ((answers + 260.0).max(48.0 + units(title.chars().count()) * 8.6), top + 20.0);

    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\" font-family=\"monospace\" font-size=\"12\">\n\
         <defs>{}{}</defs>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n\
         <text x=\"24\" y=\"24\" font-size=\"14\" font-weight=\"bold\">{}</text>\n",
        arrow("plain", PLAIN),
        arrow("taken", TAKEN),
        escaped(title)
    );
    if let Some((words, colour)) = answer(graph.start) {
        chip(&mut svg, (left, 40.0), CHIP, &words, colour, false);
    }
    for jump in &jumps {
        draw_jump(&mut svg, jump, &rows, left);
    }
    for (at, row) in rows.iter().enumerate() {
        draw_row(&mut svg, row, rows.get(at + 1), left, answers, widest);
    }
    if graph.idle > 0 {
        let _ = writeln!(
            svg,
            "<text x=\"24\" y=\"{:.1}\" fill=\"#607d8b\" font-size=\"11\">{}</text>",
            height - 10.0,
            left_out(graph.idle)
        );
    }
    svg.push_str("</svg>\n");
    svg
}

/// What is said of tests that decide nothing.
fn left_out(idle: usize) -> String {
    match idle {
        1 => "1 test is left out: it comes out the same for every call that gets to it".to_owned(),
        n => format!("{n} tests are left out: each comes out the same for every call that gets to it"),
    }
}

fn arrow(name: &str, colour: &str) -> String {
    format!(
        "<marker id=\"{name}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"9\" markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" \
         orient=\"auto\"><path d=\"M0,0 L8,4 L0,8 z\" fill=\"{colour}\"/></marker>"
    )
}

/// The ways that do not lead to the next row or to an answer.
fn jumps(rows: &[Row<'_>], place: &BTreeMap<usize, usize>) -> Vec<Jump> {
    let mut jumps: Vec<Jump> = Vec::new();
    for (from, row) in rows.iter().enumerate() {
        let searches = matches!(row.node.end, End::Searches { .. });
        for ((to, _, taken), line) in row.node.ways().into_iter().zip(&row.places) {
            let To::Node(index) = to else { continue };
            let Some(to) = place.get(&index).copied().filter(|to| searches || *to != from + 1) else {
                continue;
            };
            let line = searches.then_some(*line);
            match jumps.iter_mut().find(|jump| (jump.from, jump.to) == (from, to)) {
                Some(jump) => jump.taken |= taken,
                None => jumps.push(Jump { from, line, to, taken, lane: 0 }),
            }
        }
    }
    jumps
}

/// Gives each jump a lane in which it crosses no other; jumps to one place may share theirs. How many there are.
fn assign(jumps: &mut [Jump]) -> usize {
    jumps.sort_by_key(|jump| (jump.to - jump.from, jump.from));
    let mut lanes: Vec<Vec<(usize, usize)>> = Vec::new();
    for jump in jumps.iter_mut() {
        let free = |lane: &Vec<(usize, usize)>| {
            lane.iter().all(|(from, to)| *to == jump.to || *to <= jump.from || *from >= jump.to)
        };
        let lane = lanes.iter().position(free).unwrap_or(lanes.len());
        if lane == lanes.len() {
            lanes.push(Vec::new());
        }
        lanes[lane].push((jump.from, jump.to));
        jump.lane = lane;
    }
    // Those drawn last lie on top.
    jumps.sort_by_key(|jump| jump.taken);
    lanes.len()
}

fn stroke(taken: bool) -> (&'static str, f64, &'static str) {
    if taken { (TAKEN, 2.5, "taken") } else { (PLAIN, 1.0, "plain") }
}

fn draw_jump(svg: &mut String, jump: &Jump, rows: &[Row<'_>], left: f64) {
    let (colour, pen, marker) = stroke(jump.taken);
    let x = left - 10.0 - units(jump.lane) * LANE;
    let row = &rows[jump.from];
    let from = jump.line.map_or(row.top + row.height / 2.0, |line| line_middle(row, line));
    let to = rows[jump.to].top + PAD + LINE / 2.0;
    let _ = writeln!(
        svg,
        "<path d=\"M{left:.1},{from:.1} H{x:.1} V{to:.1} H{left:.1}\" fill=\"none\" stroke=\"{colour}\" \
         stroke-width=\"{pen}\" stroke-linejoin=\"round\" marker-end=\"url(#{marker})\"/>"
    );
}

fn line_middle(row: &Row<'_>, line: usize) -> f64 {
    row.top + PAD + LINE / 2.0 + units(line) * LINE
}

/// Every other row of a search on a ground of its own, so that it shows which lines belong together.
fn stripes(svg: &mut String, row: &Row<'_>, left: f64) {
    let ends = row.places.iter().skip(1).copied().chain([row.words.len()]);
    for (from, to) in row.places.iter().zip(ends).skip(1).step_by(2) {
        let y = row.top + PAD - 2.0 + units(*from) * LINE;
        let (width, height) = (row.width - 2.0, units(to - from) * LINE);
        let _ = writeln!(
            svg,
            "<rect x=\"{:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"#e7ecef\"/>",
            left + 1.0
        );
    }
}

fn draw_row(svg: &mut String, row: &Row<'_>, next: Option<&Row<'_>>, left: f64, answers: f64, widest: f64) {
    let (colour, pen, _) = if row.node.passed { stroke(true) } else { ("#455a64", 1.0, "") };
    let _ = writeln!(
        svg,
        "<rect x=\"{left:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"3\" fill=\"#f5f7f8\" stroke=\"{colour}\" \
         stroke-width=\"{pen}\"/>",
        row.top, row.width, row.height
    );
    if let End::Searches { .. } = row.node.end {
        stripes(svg, row, left);
    }
    let number = row.node.index.to_string();
    let number_x = left + row.width - units(number.len()) * LETTER - 4.0;
    let _ = writeln!(
        svg,
        "<text x=\"{number_x:.1}\" y=\"{:.1}\" fill=\"#90a4ae\">{number}</text>",
        row.top + PAD + 10.0
    );
    for (at, line) in row.words.iter().enumerate() {
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.1}\" xml:space=\"preserve\">{}</text>",
            left + PAD,
            row.top + PAD + 11.0 + units(at) * LINE,
            escaped(line)
        );
    }
    let mut right = row.top + 2.0;
    let ways = row.node.ways();
    let searches = matches!(row.node.end, End::Searches { .. });
    for ((to, word, taken), line) in ways.iter().zip(&row.places) {
        let (colour, pen, marker) = stroke(*taken);
        if searches {
            right = line_middle(row, *line) - LINE / 2.0 - 2.0;
        }
        if let (To::Node(index), true) = (to, searches) {
            let _ = writeln!(
                svg,
                "<text x=\"{:.1}\" y=\"{:.1}\" fill=\"{colour}\">→ {index}</text>",
                left + row.width + 8.0,
                right + 14.0
            );
        } else if let Some((words, fill)) = answer(*to) {
            let y = right + LINE / 2.0 + 2.0;
            let _ = writeln!(
                svg,
                "<path d=\"M{:.1},{y:.1} H{answers:.1}\" stroke=\"{colour}\" stroke-width=\"{pen}\" \
                 marker-end=\"url(#{marker})\"/><text x=\"{:.1}\" y=\"{:.1}\" fill=\"{colour}\" font-size=\"11\">{word}</text>",
                left + row.width,
                answers - 34.0,
                y - 3.0
            );
            // Rows of a search stand close.
            let height = if searches { LINE - 1.0 } else { CHIP };
            chip(svg, (answers, y - height / 2.0), height, &words, fill, *taken);
            right += LINE + 6.0;
        } else if let (To::Node(index), Some(next)) = (to, next)
            && *index == next.node.index
        {
            let x = left + 30.0;
            let _ = writeln!(
                svg,
                "<path d=\"M{x:.1},{:.1} V{:.1}\" stroke=\"{colour}\" stroke-width=\"{pen}\" marker-end=\"url(#{marker})\"/>\
                 <text x=\"{:.1}\" y=\"{:.1}\" fill=\"{colour}\" font-size=\"11\">{word}</text>",
                row.top + row.height,
                next.top,
                x + 9.0,
                row.top + row.height + 14.0
            );
        } else if let To::Node(index) = to {
            // The lane begins at the left; its word stands below the box.
            let shift = if ways.len() > 1 && *word == "yes" { 0.0 } else { 78.0 };
            let x = left + 110.0 + shift;
            if x < left + widest {
                let _ = writeln!(
                    svg,
                    "<text x=\"{x:.1}\" y=\"{:.1}\" fill=\"{colour}\" font-size=\"11\">{word} → {index}</text>",
                    row.top + row.height + 14.0
                );
            }
        }
    }
}

fn chip(svg: &mut String, (x, y): (f64, f64), height: f64, words: &str, fill: &str, taken: bool) {
    let (colour, pen) = if taken { (TAKEN, 2.5) } else { ("#90a4ae", 1.0) };
    let width = units(words.chars().count()) * LETTER + 14.0;
    let _ = writeln!(
        svg,
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"{:.1}\" fill=\"{fill}\" stroke=\"{colour}\" \
         stroke-width=\"{pen}\"/><text x=\"{:.1}\" y=\"{:.1}\">{}</text>",
        height / 2.0 - 0.5,
        x + 7.0,
        y + height / 2.0 + 4.0,
        escaped(words)
    );
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
