//! What a search is held against: the fewest tests of a short list of intervals, found by trying everything.

/// How many tests it takes to tell where these intervals, by their lengths and answers, lead.
pub(crate) fn tests(of: &[(u32, u16)]) -> usize {
    let joined = joined(of);
    if joined.len() == 1 {
        return 0;
    }
    let cut = (1..joined.len()).map(|at| tests(&joined[..at]) + tests(&joined[at..]));
    // Taking a single value out joins its neighbours.
    let single = joined
        .iter()
        .enumerate()
        .filter(|(_, (length, _))| *length == 1)
        .map(|(at, _)| tests(&[&joined[..at], &joined[at + 1..]].concat()));
    1 + cut.chain(single).min().unwrap_or(0)
}

/// Neighbours with the same answer are one interval.
fn joined(of: &[(u32, u16)]) -> Vec<(u32, u16)> {
    let mut joined: Vec<(u32, u16)> = Vec::new();
    for (length, answer) in of {
        match joined.last_mut().filter(|last| last.1 == *answer) {
            Some(last) => last.0 += length,
            None => joined.push((*length, *answer)),
        }
    }
    joined
}

/// All kinds of lists of up to six intervals: single values and longer ones, up to three answers.
pub(crate) fn lists() -> impl Iterator<Item = Vec<(u32, u16)>> {
    (0..4u32.pow(6)).map(|seed| {
        let kinds = (0..6).map(|at| seed / 4u32.pow(at) % 4).enumerate();
        let list: Vec<(u32, u16)> =
            kinds.map(|(at, kind)| (1 + kind % 2 * 4, (at as u32 * (kind / 2 + 1) % 3) as u16)).collect();
        joined(&list)
    })
}
