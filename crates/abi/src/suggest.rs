//! The nearest known name to a mistaken one.

/// The candidate nearest to `word`, if it is near enough that a person may have meant it: at most one
/// edit for each three characters. A swap of neighbours is one edit; letter case counts for nothing.
/// Among equals the first candidate wins.
pub fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let word: Vec<u8> = word.bytes().map(|byte| byte.to_ascii_lowercase()).collect();
    let limit = word.len().div_ceil(3).min(4);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate.len().abs_diff(word.len()) > limit {
            continue;
        }
        let far = distance(&word, &candidate.to_ascii_lowercase().into_bytes());
        if far <= limit && far < candidate.len() && best.is_none_or(|(nearest, _)| far < nearest) {
            best = Some((far, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Edit distance with swaps of neighbours (optimal string alignment).
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &left) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &right) in b.iter().enumerate() {
            let replaced = last[j] + usize::from(left != right);
            let mut best = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && left == b[j - 1] && a[i - 1] == right {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn counts_edits_and_swaps() {
        assert_eq!(distance(b"openat", b"openat"), 0);
        assert_eq!(distance(b"opneat", b"openat"), 1);
        assert_eq!(distance(b"", b"abc"), 3);
        assert_eq!(distance(b"abc", b""), 3);
        assert_eq!(distance(b"kitten", b"sitting"), 3);
    }

    #[test]
    fn near_names_only() {
        let names = ["read", "write", "openat"];
        assert_eq!(nearest("wirte", names.into_iter()), Some("write"));
        assert_eq!(nearest("OPENAT", names.into_iter()), Some("openat"));
        assert_eq!(nearest("x", names.into_iter()), None);
        assert_eq!(nearest("socketpair", names.into_iter()), None);
    }
}
