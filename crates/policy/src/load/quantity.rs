//! Sizes and durations.

use std::time::Duration;

/// A size: a number of bytes with an optional K, M, G or T of 1024.
pub(crate) fn size(text: &str) -> Option<u64> {
    let (number, unit) = split(text)?;
    let factor: u64 = match unit {
        "" => 1,
        "K" | "k" => 1 << 10,
        "M" | "m" => 1 << 20,
        "G" | "g" => 1 << 30,
        "T" | "t" => 1 << 40,
        _ => return None,
    };
    number.parse::<u64>().ok()?.checked_mul(factor)
}

/// A duration: a number with ms, s, m or h; fractions as in `1.5s`.
pub(crate) fn duration(text: &str) -> Option<Duration> {
    let (number, unit) = split(text)?;
    let seconds = match unit {
        "ms" => 0.001,
        "s" => 1.0,
        "m" => 60.0,
        "h" => 3600.0,
        _ => return None,
    };
    if let Ok(whole) = number.parse::<u64>() {
        return match unit {
            "ms" => Some(Duration::from_millis(whole)),
            _ => Some(Duration::from_secs(whole.checked_mul(seconds as u64)?)),
        };
    }
    Duration::try_from_secs_f64(number.parse::<f64>().ok()? * seconds).ok()
}

fn split(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    (!number.is_empty()).then_some((number, unit.trim_start()))
}

/// A duration as the language writes it.
pub(crate) fn write_duration(duration: Duration) -> String {
    let millis = duration.as_millis();
    if millis.is_multiple_of(1000) { format!("{}s", millis / 1000) } else { format!("{millis}ms") }
}

#[cfg(test)]
mod tests {
    use super::{duration, size};
    use std::time::Duration;

    #[test]
    fn sizes() {
        assert_eq!(size("256M"), Some(256 << 20));
        assert_eq!(size("1024"), Some(1024));
        assert_eq!(size("9999999999999G"), None);
        assert_eq!(size("1.5G"), None);
        assert_eq!(size("M"), None);
        assert_eq!(size("1X"), None);
    }

    #[test]
    fn durations() {
        assert_eq!(duration("200ms"), Some(Duration::from_millis(200)));
        assert_eq!(duration("30s"), Some(Duration::from_secs(30)));
        assert_eq!(duration("10m"), Some(Duration::from_mins(10)));
        assert_eq!(duration("1.5h"), Some(Duration::from_mins(90)));
        assert_eq!(duration("99999999999999999999h"), None);
        assert_eq!(duration("5"), None);
        assert_eq!(duration("1.2.3s"), None);
    }
}
