//! Path patterns against a naive matcher and against enumeration of all short paths.
use callgate_policy::pattern::{Part, PathPattern, PathSet, PatternError};
use proptest::prelude::*;
use std::sync::LazyLock;

/// Every resolved absolute path over a small alphabet up to a length.
static PATHS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let mut paths = vec![b"/".to_vec()];
    let mut texts = vec![Vec::new()];
    for _ in 0..7 {
        let longer = texts
            .iter()
            .flat_map(|text: &Vec<u8>| b"ab./".iter().map(move |&byte| [text.as_slice(), &[byte]].concat()));
        texts = longer.filter(|text| text[0] == b'/' && !text.windows(2).any(|two| two == b"//")).collect();
        paths.extend(texts.iter().filter(|text| is_resolved(text)).cloned());
    }
    paths
});

fn is_resolved(path: &[u8]) -> bool {
    path == b"/"
        || path.strip_prefix(b"/").is_some_and(|names| {
            names.split(|&byte| byte == b'/').all(|name| !matches!(name, b"" | b"." | b".."))
        })
}

/// The definition, by recursion over components and bytes, of patterns that [`pattern`] makes.
fn naive(pattern: &str, path: &[u8]) -> bool {
    let wanted: Vec<&[u8]> =
        pattern.as_bytes().split(|&b| b == b'/').filter(|name| !name.is_empty()).collect();
    let names: Vec<&[u8]> = path.split(|&b| b == b'/').filter(|name| !name.is_empty()).collect();
    naive_components(&wanted, &names)
}

fn naive_components(wanted: &[&[u8]], names: &[&[u8]]) -> bool {
    match wanted {
        [] => true,
        [b"**", rest @ ..] => {
            naive_components(rest, names) || !names.is_empty() && naive_components(wanted, &names[1..])
        }
        [first, rest @ ..] => {
            !names.is_empty() && naive_name(first, names[0]) && naive_components(rest, &names[1..])
        }
    }
}

fn naive_name(wanted: &[u8], name: &[u8]) -> bool {
    match wanted {
        [] => name.is_empty(),
        [b'*', rest @ ..] => naive_name(rest, name) || !name.is_empty() && naive_name(wanted, &name[1..]),
        _ if name.is_empty() => false,
        [b'?', rest @ ..] => naive_name(rest, &name[1..]),
        [b'\\', rest @ ..] => rest[0] == name[0] && naive_name(&rest[1..], &name[1..]),
        [b'[', rest @ ..] => {
            let close = rest.iter().position(|&byte| byte == b']').unwrap();
            let (negated, members) = match &rest[..close] {
                [b'!' | b'^', members @ ..] => (true, members),
                members => (false, members),
            };
            let inside = match members {
                [low, b'-', high] => (*low..=*high).contains(&name[0]),
                members => members.contains(&name[0]),
            };
            inside != negated && naive_name(&rest[close + 1..], &name[1..])
        }
        [byte, rest @ ..] => *byte == name[0] && naive_name(rest, &name[1..]),
    }
}

fn name() -> impl Strategy<Value = String> {
    let token = prop_oneof![
        4 => Just("a"), 3 => Just("b"), 1 => Just("."), 1 => Just("?"), 1 => Just("[ab]"), 1 => Just("[!a]"),
        1 => Just("[^.]"), 1 => Just("[a-b]"), 1 => Just("\\."), 1 => Just("\\b"),
    ];
    let starred = (token, prop::bool::weighted(0.25))
        .prop_map(|(token, star)| token.to_owned() + if star { "*" } else { "" });
    (prop::bool::weighted(0.25), prop::collection::vec(starred, 0..4))
        .prop_map(|(star, tokens)| if star { "*" } else { "" }.to_owned() + &tokens.concat())
        .prop_filter("a name", |name| {
            !name.is_empty() && !matches!(name.replace('\\', "").as_str(), "." | "..")
        })
}

fn pattern() -> impl Strategy<Value = (String, PathPattern)> {
    let component = prop_oneof![1 => Just("**".to_owned()), 2 => name()];
    (prop::collection::vec(component, 0..4), any::<bool>())
        .prop_map(|(components, slash)| {
            let text = "/".to_owned() + &components.join("/");
            if slash && text != "/" { text + "/" } else { text }
        })
        .prop_map(|text| if text.starts_with("/**/") { text[1..].to_owned() } else { text })
        .prop_map(|text| {
            let parsed =
                PathPattern::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"));
            (text, parsed)
        })
}

/// Confirms a decision about the paths that `wanted` is true of: what was found is such a path and a
/// shortest one; when nothing was found there is none.
fn confirm(found: Option<&[u8]>, wanted: impl Fn(&[u8]) -> bool) -> Result<(), TestCaseError> {
    let shortest = PATHS.iter().find(|path| wanted(path));
    match (found, shortest) {
        (Some(found), shortest) => {
            prop_assert!(is_resolved(found), "{found:?} is no path");
            prop_assert!(wanted(found), "{} is no witness", String::from_utf8_lossy(found));
            if let Some(shortest) = shortest {
                prop_assert!(found.len() <= shortest.len());
            }
        }
        (None, Some(missed)) => prop_assert!(false, "{} was missed", String::from_utf8_lossy(missed)),
        (None, None) => {}
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn matches_as_defined((text, pattern) in pattern()) {
        for path in PATHS.iter() {
            prop_assert_eq!(
                pattern.matches(path), naive(&text, path),
                "{} on {}", text, String::from_utf8_lossy(path)
            );
        }
    }

    #[test]
    fn a_set_matches_as_its_members(patterns in prop::collection::vec(pattern(), 0..6)) {
        let set = PathSet::new(patterns.iter().map(|(_, pattern)| pattern));
        for path in PATHS.iter().step_by(3).chain(PATHS.iter().step_by(3)) {
            let expected: Vec<usize> =
                (0..patterns.len()).filter(|&index| patterns[index].1.matches(path)).collect();
            prop_assert_eq!(set.matching(path), expected);
        }
    }

    #[test]
    fn overlap_is_decided((one, a) in pattern(), (two, b) in pattern()) {
        let found = a.overlaps(&b);
        confirm(found.as_deref(), |path| naive(&one, path) && naive(&two, path))?;
        prop_assert_eq!(found.is_some(), b.overlaps(&a).is_some());
    }

    #[test]
    fn coverage_is_decided((one, a) in pattern(), (two, b) in pattern()) {
        let gap = PathPattern::witness(&[&b], &[&a]).unwrap();
        confirm(gap.as_deref(), |path| naive(&two, path) && !naive(&one, path))?;
        prop_assert_eq!(a.covers(&b).unwrap(), gap.is_none());
        prop_assert!(a.covers(&a).unwrap());
    }

    #[test]
    fn witnesses_of_sets(
        include in prop::collection::vec(pattern(), 0..3),
        exclude in prop::collection::vec(pattern(), 0..4),
    ) {
        let wanted: Vec<&PathPattern> = include.iter().map(|(_, pattern)| pattern).collect();
        let unwanted: Vec<&PathPattern> = exclude.iter().map(|(_, pattern)| pattern).collect();
        let found = PathPattern::witness(&wanted, &unwanted).unwrap();
        confirm(found.as_deref(), |path| {
            include.iter().all(|(text, _)| naive(text, path)) && !exclude.iter().any(|(text, _)| naive(text, path))
        })?;
    }

    #[test]
    fn text_reads_back_as_the_same_pattern((text, pattern) in pattern(), value in "[a-c*?\\[\\]\\\\]{1,4}") {
        let trimmed = if text == "/" { &text } else { text.trim_end_matches('/') };
        prop_assert_eq!(pattern.text(), trimmed.as_bytes());
        let value = format!("/{value}//./");
        let parts = [Part::Literal(value.as_bytes()), Part::Glob(b"/"), Part::Glob(b"x*")];
        let built = PathPattern::from_parts(&parts).unwrap();
        let (beneath, prefix) = (format!("{value}/xyz").replace("//./", ""), format!("{value}/x").replace("//./", ""));
        prop_assert!(built.matches(beneath.as_bytes()));
        prop_assert_eq!(built.literal_prefix(), prefix.as_bytes());
        let again = PathPattern::parse(built.text()).unwrap();
        prop_assert!(again.covers(&built).unwrap() && built.covers(&again).unwrap());
    }

    #[test]
    fn a_long_pattern_matches_as_a_short_one((text, pattern) in pattern(), pad in 1usize..200) {
        // A folder of many `?` moves the positions of the rest over the edges of machine words.
        let long = PathPattern::parse(format!("/{}/{text}", "?".repeat(pad)).replace("//", "/").as_bytes()).unwrap();
        for path in PATHS.iter().step_by(7) {
            let rest: &[u8] = if path == b"/" { b"" } else { path };
            let moved = ["/".as_bytes(), "x".repeat(pad).as_bytes(), rest].concat();
            prop_assert_eq!(long.matches(&moved), pattern.matches(path));
        }
    }

    #[test]
    fn no_bytes_make_it_panic(
        text in prop::collection::vec(prop_oneof![prop::sample::select(&b"/*?[]!^-\\.a:"[..]), any::<u8>()], 0..24),
        value in prop::collection::vec(any::<u8>(), 0..8),
        path in prop::collection::vec(prop_oneof![prop::sample::select(&b"/.a"[..]), any::<u8>()], 0..24),
    ) {
        for parts in [
            vec![Part::Glob(&text)],
            vec![Part::Glob(b"/"), Part::Glob(&text)],
            vec![Part::Glob(b"/"), Part::Literal(&value), Part::Glob(&text)],
            vec![Part::Glob(&text), Part::Literal(&value), Part::Glob(&text)],
        ] {
            let length: usize = parts.iter().map(|part| if let Part::Glob(b) | Part::Literal(b) = part { b.len() } else { 0 }).sum();
            match PathPattern::from_parts(&parts) {
                Ok(pattern) => {
                    pattern.matches(&path);
                    PathSet::new([&pattern]).matching(&path);
                    let example = PathPattern::witness(&[&pattern], &[]).unwrap();
                    prop_assert!(example.is_some_and(|path| is_resolved(&path) && pattern.matches(&path)));
                    prop_assert!(PathPattern::parse(pattern.text()).is_ok());
                    prop_assert!(!pattern.to_string().is_empty());
                }
                Err(error) => {
                    prop_assert!(!error.to_string().is_empty());
                    prop_assert!(error.span().is_none_or(|span| span.start < span.end && span.end <= length));
                }
            }
        }
    }
}

fn parse(text: &str) -> PathPattern {
    PathPattern::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn refused(text: &str) -> PatternError {
    PathPattern::parse(text.as_bytes()).expect_err(text)
}

#[test]
fn everything_beneath_is_matched() {
    for text in ["/srv", "/srv/", "/srv/**", "/srv/**/**/", "/[s]rv", "/sr\\v"] {
        let pattern = parse(text);
        for path in ["/srv", "/srv/a", "/srv/a/.b"] {
            assert!(pattern.matches(path.as_bytes()), "{text} {path}");
        }
        for path in ["/", "/sr", "/srvx", "/srvx/a", "/x/srv"] {
            assert!(!pattern.matches(path.as_bytes()), "{text} {path}");
        }
        assert_eq!(pattern.is_literal(), Some(b"/srv".as_slice()), "{text}");
    }
}

#[test]
fn the_root_is_everything() {
    for text in ["/", "**", "/**", "**/", "**/**"] {
        let pattern = parse(text);
        assert!(pattern.matches(b"/") && pattern.matches(b"/a/b"), "{text}");
        assert_eq!(pattern.is_literal(), Some(b"/".as_slice()), "{text}");
        assert!(pattern.covers(&parse("**/*")).unwrap());
    }
    assert_eq!(PathPattern::witness(&[&parse("/")], &[&parse("/*")]).unwrap().unwrap(), b"/");
}

#[test]
fn wildcards_stay_in_their_component() {
    assert!(parse("/srv/*.csv").matches(b"/srv/.csv"));
    assert!(!parse("/srv/*.csv").matches(b"/srv/a/b.csv"));
    assert!(parse("/srv/*.csv").matches(b"/srv/b.csv/beneath"));
    assert!(parse("/a[!b]c").matches(b"/axc") && !parse("/a[!b]c").matches(b"/a/c"));
    assert!(parse("/a?c").matches(b"/a.c") && !parse("/a?c").matches(b"/a/c"));
    assert!(parse("**/.env*").matches(b"/x/y/.env.local") && parse("**/.env*").matches(b"/.env"));
    assert!(parse("/[]a-]").matches(b"/]") && parse("/[]a-]").matches(b"/-"));
    assert!(parse("/[a\\]]x").matches(b"/]x"));
}

#[test]
fn prefixes() {
    for (text, prefix) in
        [("/srv/data/*.csv", "/srv/data/"), ("/srv/**/x", "/srv"), ("**/x", "/"), ("/a/b[cd]", "/a/b")]
    {
        assert_eq!(parse(text).literal_prefix(), prefix.as_bytes(), "{text}");
        assert_eq!(parse(text).is_literal(), None);
    }
}

#[test]
fn values_of_variables_are_literal() {
    let pattern = PathPattern::from_parts(&[Part::Literal(b"/tmp//x*/./"), Part::Glob(b"/[ab]")]).unwrap();
    assert!(pattern.matches(b"/tmp/x*/a") && !pattern.matches(b"/tmp/xy/a"));
    assert_eq!(pattern.to_string(), "/tmp/x\\*/[ab]");
    let deep = PathPattern::from_parts(&[Part::Glob(b"/"), Part::Literal(b"**"), Part::Glob(b"/x")]).unwrap();
    assert_eq!(deep.is_literal(), Some(b"/**/x".as_slice()));
    let root = PathPattern::from_parts(&[Part::Literal(b"/"), Part::Glob(b"/.ssh")]).unwrap();
    assert_eq!(root.is_literal(), Some(b"/.ssh".as_slice()));
    assert!(matches!(
        PathPattern::from_parts(&[Part::Glob(b"/a["), Part::Literal(b"b"), Part::Glob(b"]")]),
        Err(PatternError::UnclosedClass { offset: 2 })
    ));
    assert!(matches!(
        PathPattern::from_parts(&[Part::Glob(b"/a/"), Part::Addresses(&[])]),
        Err(PatternError::AddressesInPath { offset: 3 })
    ));
}

#[test]
fn mistakes_say_where() {
    use PatternError as E;
    for (text, expected) in [
        ("", E::Empty),
        ("public", E::Relative),
        ("*/x", E::Relative),
        ("./x", E::Relative),
        ("/a**b", E::DeepNotWhole { span: 2..4 }),
        ("**b", E::DeepNotWhole { span: 0..2 }),
        ("/***", E::DeepNotWhole { span: 1..4 }),
        ("/a//b", E::EmptyComponent { offset: 3 }),
        ("//", E::EmptyComponent { offset: 1 }),
        ("/a/./b", E::DotComponent { span: 3..4 }),
        ("/a/[.]", E::DotComponent { span: 3..6 }),
        ("/a/../b", E::DotDotComponent { span: 3..5 }),
        ("/a[bc", E::UnclosedClass { offset: 2 }),
        ("/a[b/c]", E::UnclosedClass { offset: 2 }),
        ("/a[]", E::UnclosedClass { offset: 2 }),
        ("/[z-a]", E::ReversedRange { span: 2..5 }),
        ("/[[:alpha:]]", E::NamedClass { offset: 2 }),
        ("/[é]", E::WideClass { offset: 2 }),
        ("/a\\", E::DanglingEscape { offset: 2 }),
        ("/a\\/b", E::DanglingEscape { offset: 2 }),
        ("/a\0", E::Nul { offset: 2 }),
    ] {
        assert_eq!(refused(text), expected, "{text}");
    }
    assert!(matches!(refused(&format!("/{}", "a".repeat(5000))), E::TooLong { length: 5001, limit: 4096 }));
    assert!(matches!(refused(&format!("/*{}", "a".repeat(2000))), E::TooLong { .. }));
    assert!(parse(&format!("/{}", "a".repeat(4000))).is_literal().is_some());
}

#[test]
fn witnesses_are_readable() {
    let witness = |include: &[&str], exclude: &[&str]| {
        let include: Vec<_> = include.iter().map(|text| parse(text)).collect();
        let exclude: Vec<_> = exclude.iter().map(|text| parse(text)).collect();
        let found =
            PathPattern::witness(&include.iter().collect::<Vec<_>>(), &exclude.iter().collect::<Vec<_>>());
        found.unwrap().map(|path| String::from_utf8(path).unwrap())
    };
    assert_eq!(witness(&["/srv/data/**", "/srv/**/*.csv"], &[]).unwrap(), "/srv/data/.csv");
    assert_eq!(witness(&["/home/*/x"], &[]).unwrap(), "/home/a/x");
    assert_eq!(witness(&["/srv/*"], &["/srv/[a-m]*", "/srv/?"]).unwrap(), "/srv/na");
    assert_eq!(witness(&["/srv", "/usr"], &[]), None);
    assert_eq!(witness(&["/srv/[!a-zA-Z0-9]"], &["/srv/_", "/srv/-*"]).unwrap(), "/srv/!");
    assert_eq!(witness(&["/*"], &["/?*"]), None);
    // Two dots are no name, so `..*` needs a third byte.
    assert_eq!(witness(&["/..*"], &[]).unwrap(), "/..a");
    assert_eq!(witness(&["/?"], &["/[!.]"]), None);
}

/// Patterns that make backtracking matchers and eager constructions explode.
const PATHOLOGICAL: &[&str] = &[
    "**/a*/**/b*/**/c*/**",
    "**/node_modules/**/bin/**",
    "/srv/*/*/x*y*z*",
    "**/*.py",
    "**/*a*b*c*d*e*f*",
    "**/.env*",
    "**/*secret*",
    "**/.git/hooks",
    "**/*a*c*e*",
    "**/c*/**/b*/**/a*",
];

#[test]
fn pathological_patterns_are_decided() {
    let patterns: Vec<PathPattern> = PATHOLOGICAL.iter().map(|text| parse(text)).collect();
    for one in &patterns {
        for two in &patterns {
            let path = one.overlaps(two).expect("all of these can meet");
            assert!(one.matches(&path) && two.matches(&path));
            if let Some(gap) = PathPattern::witness(&[two], &[one]).unwrap() {
                assert!(two.matches(&gap) && !one.matches(&gap));
            }
        }
        let others: Vec<_> = patterns.iter().filter(|other| *other != one).collect();
        PathPattern::witness(&[one], &others).unwrap();
    }
    assert!(parse("**/*a*c*e*").covers(&parse("**/*a*b*c*d*e*f*")).unwrap());
    let (allowed, denied) = patterns.split_at(5);
    let all: Vec<&PathPattern> = allowed.iter().collect();
    assert_eq!(PathPattern::witness(&all, &denied.iter().collect::<Vec<_>>()).unwrap(), None);
}

#[test]
fn pathological_paths_are_matched() {
    let patterns: Vec<PathPattern> = PATHOLOGICAL.iter().map(|text| parse(text)).collect();
    let set = PathSet::new(&patterns);
    for path in [
        format!("/{}", "a".repeat(4000)),
        "/abcdef".repeat(580),
        format!("{}/x", "/ab".repeat(1300)),
        format!("/srv/a/b/{}", "xyxyz".repeat(800)),
    ] {
        let one_by_one: Vec<usize> =
            (0..patterns.len()).filter(|&i| patterns[i].matches(path.as_bytes())).collect();
        assert_eq!(set.matching(path.as_bytes()), one_by_one);
        for (index, text) in PATHOLOGICAL.iter().enumerate().filter(|_| path.len() < 100) {
            assert_eq!(one_by_one.contains(&index), naive(text, path.as_bytes()));
        }
    }
}

#[test]
fn what_is_too_large_says_so() {
    let narrow = parse(&format!("/*a{}", "?".repeat(24)));
    let wide = parse("/*");
    assert!(PathPattern::witness(&[&wide], &[&narrow]).unwrap().is_some(), "a short path is found at once");
    let all = parse(&format!("/{}*", "?".repeat(26)));
    assert!(narrow.overlaps(&all).is_some());
    let either = parse(&format!("/*[!a]{}", "?".repeat(24)));
    let error = PathPattern::witness(&[&all], &[&narrow, &either]).unwrap_err();
    assert!(error.to_string().contains("too intricate"));
}

#[test]
fn a_full_table_still_matches() {
    // A thousand literals of five names each have more states than are kept.
    let patterns: Vec<PathPattern> = (0..1000).map(|n| parse(&format!("/{}/{n}/x/y/z{n}", n % 7))).collect();
    let set = PathSet::new(&patterns);
    for round in 0..2 {
        for n in 0..1000 {
            assert_eq!(set.matching(format!("/{}/{n}/x/y/z{n}/beneath", n % 7).as_bytes()), [n], "{round}");
        }
    }
    assert!(set.matching(b"/").is_empty());
}

#[test]
fn a_set_serves_threads() {
    let patterns: Vec<PathPattern> = PATHOLOGICAL.iter().map(|text| parse(text)).collect();
    let set = PathSet::new(&patterns);
    std::thread::scope(|scope| {
        for offset in 0..4 {
            let (set, patterns) = (set.clone(), &patterns);
            scope.spawn(move || {
                for path in PATHS.iter().skip(offset).step_by(5) {
                    let expected: Vec<usize> =
                        (0..patterns.len()).filter(|&index| patterns[index].matches(path)).collect();
                    assert_eq!(set.matching(path), expected);
                }
            });
        }
    });
}
