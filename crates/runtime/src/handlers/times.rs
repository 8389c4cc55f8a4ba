//! utime, utimes, futimesat, utimensat and its 64-bit twin of 32-bit ABIs.

use super::Calls;
use super::entry::{self, Purpose};
use crate::answer::{Answer, Call};
use crate::path::AT_FDCWD;
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::{Abi, Errno};
use rustix::fs::{AtFlags, CWD, Timespec, Timestamps, UTIME_NOW, UTIME_OMIT};

pub(super) const CALLS: Calls = &[
    ("utime", utime),
    ("utimes", utimes),
    ("futimesat", futimesat),
    ("utimensat", utimensat),
    ("utimensat_time64", utimensat_time64),
];

/// How a call writes its two times, access first.
#[derive(Debug, Clone, Copy)]
enum Unit {
    /// `struct utimbuf`: seconds only.
    Seconds,
    /// `struct timeval`.
    Micro,
    /// `struct timespec`.
    Nano,
}

fn utime(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, times, ..] = call.data().args;
    let wide = has_wide_times(call.abi());
    let target = call.target();
    let times = read(&target, times, Unit::Seconds, wide)?;
    change(worker, &target, AT_FDCWD, path, &times, AtFlags::empty())
}

fn utimes(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, times, ..] = call.data().args;
    let wide = has_wide_times(call.abi());
    let target = call.target();
    let times = read(&target, times, Unit::Micro, wide)?;
    change(worker, &target, AT_FDCWD, path, &times, AtFlags::empty())
}

fn futimesat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, times, ..] = call.data().args;
    let wide = has_wide_times(call.abi());
    let target = call.target();
    let times = read(&target, times, Unit::Micro, wide)?;
    change(worker, &target, dirfd as i32, path, &times, AtFlags::empty())
}

fn utimensat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let wide = has_wide_times(call.abi());
    precise(worker, call, wide)
}

fn utimensat_time64(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    precise(worker, call, true)
}

fn precise(worker: &Worker<'_>, call: Call<'_>, wide: bool) -> Result<Answer, Stop> {
    let [dirfd, path, times, flags, ..] = call.data().args;
    let compat = call.abi().word_bits() == 32;
    let target = call.target();
    let mut times = read(&target, times, Unit::Nano, wide)?;
    if wide && compat {
        // The upper half is padding there (`get_timespec64`).
        for time in [&mut times.last_access, &mut times.last_modification] {
            time.tv_nsec &= 0xffff_ffff;
        }
    }
    if [&times.last_access, &times.last_modification].iter().all(|time| time.tv_nsec == UTIME_OMIT) {
        // Nothing to do, and the path is not even looked at.
        return Ok(Answer::value(0));
    }
    let flags = AtFlags::from_bits_retain(flags as u32);
    change(worker, &target, dirfd as i32, path, &times, flags)
}

/// Whether the ABI's own time types are of 64 bits: x32 has them despite its small pointers.
fn has_wide_times(abi: Abi) -> bool {
    abi.word_bits() == 64 || abi == Abi::X32
}

/// The times at `address`; both "now" without an address.
fn read(target: &Target<'_>, address: u64, unit: Unit, wide: bool) -> Result<Timestamps, Stop> {
    if address == 0 {
        let now = Timespec { tv_sec: 0, tv_nsec: UTIME_NOW };
        return Ok(Timestamps { last_access: now, last_modification: now });
    }
    let bytes = target.bytes(address, size(unit, wide))?;
    Ok(decode(&bytes, unit, wide)?)
}

/// Bytes of the two times together.
fn size(unit: Unit, wide: bool) -> usize {
    let words = if matches!(unit, Unit::Seconds) { 2 } else { 4 };
    words * if wide { 8 } else { 4 }
}

/// EINVAL for microseconds that are none; bad nanoseconds the kernel refuses itself, after it found
/// the file.
fn decode(bytes: &[u8], unit: Unit, wide: bool) -> Result<Timestamps, Errno> {
    let word = |index: usize| -> i64 {
        if wide {
            bytes[index * 8..].first_chunk().map_or(0, |word| i64::from_ne_bytes(*word))
        } else {
            bytes[index * 4..].first_chunk().map_or(0, |word| i64::from(i32::from_ne_bytes(*word)))
        }
    };
    let time = |which: usize| match unit {
        Unit::Seconds => Ok(Timespec { tv_sec: word(which), tv_nsec: 0 }),
        Unit::Micro => match word(which * 2 + 1) {
            micro @ 0..1_000_000 => Ok(Timespec { tv_sec: word(which * 2), tv_nsec: micro * 1000 }),
            _ => Err(Errno::EINVAL),
        },
        Unit::Nano => Ok(Timespec { tv_sec: word(which * 2), tv_nsec: word(which * 2 + 1) }),
    };
    Ok(Timestamps { last_access: time(0)?, last_modification: time(1)? })
}

/// `do_utimes` of `fs/utimes.c`.
fn change(
    worker: &Worker<'_>,
    target: &Target<'_>,
    dirfd: i32,
    path: u64,
    times: &Timestamps,
    flags: AtFlags,
) -> Result<Answer, Stop> {
    if path == 0 && dirfd != AT_FDCWD {
        if !flags.is_empty() {
            return Err(Stop::Errno(Errno::EINVAL));
        }
        let file = entry::opened(worker, target, dirfd, Purpose::Change)?;
        let _acting = worker.supervisor().act_as(target)?;
        rustix::fs::futimens(&file, times)?;
        return Ok(Answer::value(0));
    }
    let file = entry::pinned(worker, target, dirfd, path, flags, Purpose::Change)?;
    let _acting = worker.supervisor().act_as(target)?;
    rustix::fs::utimensat(CWD, entry::reach(&file).as_str(), times, AtFlags::empty())?;
    Ok(Answer::value(0))
}

#[cfg(test)]
mod tests {
    use super::{Unit, decode, size};
    use callgate_abi::Errno;

    fn words64(words: &[i64]) -> Vec<u8> {
        words.iter().flat_map(|word| word.to_ne_bytes()).collect()
    }

    fn words32(words: &[i32]) -> Vec<u8> {
        words.iter().flat_map(|word| word.to_ne_bytes()).collect()
    }

    fn times(bytes: &[u8], unit: Unit, wide: bool) -> Result<[(i64, i64); 2], Errno> {
        assert_eq!(bytes.len(), size(unit, wide));
        let times = decode(bytes, unit, wide)?;
        Ok([times.last_access, times.last_modification].map(|time| (time.tv_sec, time.tv_nsec)))
    }

    #[test]
    fn seconds() {
        assert_eq!(times(&words64(&[5, -6]), Unit::Seconds, true), Ok([(5, 0), (-6, 0)]));
        assert_eq!(times(&words32(&[5, -6]), Unit::Seconds, false), Ok([(5, 0), (-6, 0)]));
    }

    #[test]
    fn microseconds() {
        let whole = words64(&[1, 999_999, 2, 0]);
        assert_eq!(times(&whole, Unit::Micro, true), Ok([(1, 999_999_000), (2, 0)]));
        let half = words32(&[-1, 7, 2, 0]);
        assert_eq!(times(&half, Unit::Micro, false), Ok([(-1, 7000), (2, 0)]));
        for bad in [-1, 1_000_000, i64::MAX] {
            assert_eq!(times(&words64(&[1, 0, 2, bad]), Unit::Micro, true), Err(Errno::EINVAL));
        }
        assert_eq!(times(&words32(&[1, -1, 2, 0]), Unit::Micro, false), Err(Errno::EINVAL));
    }

    #[test]
    fn nanoseconds_are_the_kernels_to_judge() {
        let (now, omit) = (rustix::fs::UTIME_NOW, rustix::fs::UTIME_OMIT);
        assert_eq!(times(&words64(&[1, now, 2, omit]), Unit::Nano, true), Ok([(1, now), (2, omit)]));
        let half = words32(&[1, now as i32, 2, omit as i32]);
        assert_eq!(times(&half, Unit::Nano, false), Ok([(1, now), (2, omit)]));
        assert_eq!(times(&words64(&[1, -1, 2, i64::MAX]), Unit::Nano, true), Ok([(1, -1), (2, i64::MAX)]));
    }
}
