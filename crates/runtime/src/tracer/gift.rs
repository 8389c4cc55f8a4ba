//! A descriptor given to a thread without a listener: calls that the thread makes at our will, at the very instruction by
//! which it made its own.
//!
//! The thread makes a pair of sockets; the file goes through one of them (`SCM_RIGHTS`, sent on a duplicate of it), and
//! the thread receives it from the other and puts it in the place of the first, which had the lowest free number. Sealed
//! memory comes in the same way: the descriptor is mapped, the mapping sealed, and the call made again. All
//! signals are blocked meanwhile and stay pending. Another thread can disturb this, and then finds its own program with
//! other descriptors than it wanted: what is sent is a file that was opened for the program.

use super::mapping::{ACCESS, SHARED, area};
use super::space::{AREA, Area};
use callgate_abi::{Abi, Errno, SeccompData, Sysno};
use callgate_sys::ptrace::{Stopped, TraceError, Tracee};
use callgate_sys::sealed::SealedMemory;
use callgate_sys::signal::SignalSet;
use callgate_sys::{memory, pidfd};
use rustix::net::{SendAncillaryBuffer, SendAncillaryMessage, SendFlags, sendmsg};
use std::io::IoSlice;
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, OwnedFd};

const PAGE: u64 = 4096;
const PROT_READ_WRITE: u64 = 0x1 | 0x2;
const MAP_PRIVATE_ANONYMOUS: u64 = 0x02 | 0x20;
const AF_UNIX: u64 = 1;
const SOCK_DGRAM_CLOEXEC: u64 = 0x2 | 0o2_000_000;
const MSG_DONTWAIT_CMSG_CLOEXEC: u64 = 0x40 | 0x4000_0000;
const O_CLOEXEC: u64 = 0o2_000_000;
const SOL_SOCKET: u32 = 1;
const SCM_RIGHTS: u32 = 1;

/// A call's name and arguments.
type Call = (&'static str, [u64; 6]);

/// Where things are in the page that the calls use: the pair's numbers, a byte of data, its iovec, the msghdr, and the
/// room for the control message.
const PAIR: u64 = 0;
const DATA: u64 = 16;
const IOVEC: u64 = 32;
const HEADER: u64 = 64;
const CONTROL: u64 = 128;

/// What a thread is to get.
#[derive(Debug)]
pub(super) struct Given {
    /// The file.
    pub(super) fd: OwnedFd,
    /// Close-on-exec.
    pub(super) cloexec: bool,
    /// The memory that the file is, which is to be mapped.
    pub(super) memory: Option<SealedMemory>,
}

/// How far it is.
pub(super) enum Progress {
    /// There is more to do.
    On(Box<Gift>),
    /// The call has returned its descriptor, or an error.
    Over,
    /// The thread makes its call again: the memory is mapped, or cannot be.
    Mapped(Option<Area>),
}

/// A descriptor on its way into a thread.
#[derive(Debug)]
pub(super) struct Gift {
    /// The call whose result it is.
    data: SeccompData,
    abi: Abi,
    /// Whether the thread's structures are those of 32 bits.
    narrow: bool,
    /// Where the thread goes on.
    instruction_pointer: u64,
    /// What the thread blocked before.
    mask: SignalSet,
    given: Option<Given>,
    memory: Option<SealedMemory>,
    /// Where it was mapped and sealed.
    base: Option<u64>,
    step: Step,
    /// The call that is to come; taken once it has begun.
    awaited: Option<(u32, [u64; 6])>,
    page: u64,
    page_of_memory: u64,
    pair: [u64; 2],
    /// What is left to do once the descriptor is there, or cannot be.
    rest: Vec<Call>,
    result: i64,
}

/// The call that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Page,
    Pair,
    Receive,
    Place,
    Map,
    Seal,
    Rest,
}

impl Gift {
    /// Begins at the exit of a call: the thread is resumed to the entry of the first call of ours. `None` where there is
    /// no such call.
    pub(super) fn begin(
        tracee: &Tracee<Stopped>,
        data: SeccompData,
        abi: Abi,
        mut given: Given,
    ) -> Result<Option<Gift>, TraceError> {
        let regs = tracee.regs()?;
        let mut gift = Gift {
            data,
            abi,
            narrow: abi == Abi::I386,
            instruction_pointer: regs.instruction_pointer(),
            mask: tracee.signal_mask()?,
            memory: given.memory.take(),
            base: None,
            given: Some(given),
            step: Step::Page,
            awaited: None,
            page: 0,
            page_of_memory: 0,
            pair: [0; 2],
            rest: Vec::new(),
            result: -i64::from(Errno::EIO.0),
        };
        let mmap = if abi == Abi::I386 { "mmap2" } else { "mmap" };
        let nowhere = u64::from(u32::MAX);
        if !gift.next(tracee, (mmap, [0, PAGE, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS, nowhere, 0]))? {
            return Ok(None);
        }
        tracee.set_signal_mask(SignalSet::ALL)?;
        Ok(Some(gift))
    }

    /// Whether a call that begins is ours.
    pub(super) fn begins(&mut self, data: &SeccompData) -> bool {
        let ours = self.awaited == Some((data.nr as u32, data.args));
        self.awaited = None;
        ours
    }

    /// Gives up: the thread does something else.
    pub(super) fn abandon(&self, tracee: &Tracee<Stopped>) -> Result<(), TraceError> {
        tracee.set_signal_mask(self.mask)
    }

    /// A call of ours has returned.
    pub(super) fn proceed(
        mut self: Box<Self>,
        tracee: &Tracee<Stopped>,
        result: i64,
    ) -> Result<Progress, TraceError> {
        let next = match self.step(tracee.tid(), result) {
            Ok(call) => call,
            Err(errno) => {
                self.result = -i64::from(errno.0);
                self.step = Step::Rest;
                self.rest.pop()
            }
        };
        if let Some(call) = next
            && self.next(tracee, call)?
        {
            return Ok(Progress::On(self));
        }
        let mut regs = tracee.regs()?;
        regs.set_instruction_pointer(self.instruction_pointer);
        if self.memory.is_some() {
            regs.set_next_call(self.abi, self.data.nr as u32, &self.data.args);
        } else {
            regs.set_call(self.abi, self.data.nr, &self.data.args);
            regs.set_result(self.result);
        }
        tracee.set_regs(&regs)?;
        tracee.set_signal_mask(self.mask)?;
        Ok(match self.memory {
            None => Progress::Over,
            Some(memory) => {
                Progress::Mapped(self.base.and_then(|base| area(memory, base, self.abi, tracee.tid())))
            }
        })
    }

    /// Has the thread make this call next. False where the ABI has none of the name.
    fn next(&mut self, tracee: &Tracee<Stopped>, (name, arguments): Call) -> Result<bool, TraceError> {
        let Some(call) = Sysno::from_name(self.abi, name) else { return Ok(false) };
        let mut regs = tracee.regs()?;
        regs.set_instruction_pointer(self.instruction_pointer);
        regs.set_next_call(self.abi, call.nr, &arguments);
        tracee.set_regs(&regs)?;
        self.awaited = Some((call.nr, arguments));
        Ok(true)
    }

    /// What comes after the call that returned this, if anything; an error is the result.
    fn step(&mut self, tid: u32, result: i64) -> Result<Option<Call>, Errno> {
        if self.step == Step::Rest {
            // Nobody can do anything about one that failed.
            return Ok(self.rest.pop());
        }
        let value = u64::try_from(result).map_err(|_| Errno((-result) as u16))?;
        Ok(match self.step {
            Step::Page => {
                self.page = value;
                self.rest.push(("munmap", [value, PAGE, 0, 0, 0, 0]));
                self.step = Step::Pair;
                Some(("socketpair", [AF_UNIX, SOCK_DGRAM_CLOEXEC, 0, self.page + PAIR, 0, 0]))
            }
            Step::Pair => {
                let mut pair = [0; 8];
                memory::read_exact(tid, self.page + PAIR, &mut pair)?;
                self.pair = words(pair).map(u64::from);
                self.rest.extend(self.pair.map(|number| ("close", [number, 0, 0, 0, 0, 0])));
                self.send(tid)?;
                self.step = Step::Receive;
                let [_, receiver] = self.pair;
                Some(("recvmsg", [receiver, self.page + HEADER, MSG_DONTWAIT_CMSG_CLOEXEC, 0, 0, 0]))
            }
            Step::Receive => {
                let received = self.received(tid)?;
                let [place, _] = self.pair;
                self.rest.push(("close", [received, 0, 0, 0, 0, 0]));
                self.step = Step::Place;
                let cloexec = self.given.take().is_some_and(|given| given.cloexec);
                Some(("dup3", [received, place, if cloexec { O_CLOEXEC } else { 0 }, 0, 0, 0]))
            }
            Step::Place => {
                self.result = result;
                self.step = Step::Rest;
                let [place, _] = self.pair;
                if self.memory.is_some() {
                    self.step = Step::Map;
                    let mmap = if self.abi == Abi::I386 { "mmap2" } else { "mmap" };
                    return Ok(Some((mmap, [0, AREA as u64, ACCESS, SHARED, place, 0])));
                }
                self.rest.retain(|call| *call != ("close", [place, 0, 0, 0, 0, 0]));
                self.rest.pop()
            }
            Step::Map => {
                self.page_of_memory = value;
                self.step = Step::Seal;
                Some(("mseal", [value, AREA as u64, 0, 0, 0, 0]))
            }
            Step::Seal => {
                self.base = Some(self.page_of_memory);
                self.step = Step::Rest;
                self.rest.pop()
            }
            Step::Rest => None,
        })
    }

    /// Sends the file through the first socket, and says in the page how it is to be received from the second.
    fn send(&self, tid: u32) -> Result<(), Errno> {
        let given = self.given.as_ref().ok_or(Errno::EIO)?;
        let [first, _] = self.pair;
        let thread = pidfd::open(tid, true).or_else(|_| pidfd::open(tid, false))?;
        let socket = pidfd::getfd(thread.as_fd(), first as i32)?;
        let files = [given.fd.as_fd()];
        let mut room = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
        let mut ancillary = SendAncillaryBuffer::new(&mut room);
        if !ancillary.push(SendAncillaryMessage::ScmRights(&files)) {
            return Err(Errno::ENOMEM);
        }
        sendmsg(&socket, &[IoSlice::new(&[0])], &mut ancillary, SendFlags::DONTWAIT | SendFlags::NOSIGNAL)
            .map_err(crate::stop::errno_of)?;
        let words = |words: &[u64]| -> Vec<u8> {
            if self.narrow {
                words.iter().flat_map(|word| (*word as u32).to_ne_bytes()).collect()
            } else {
                words.iter().flat_map(|word| word.to_ne_bytes()).collect()
            }
        };
        memory::write_exact(tid, self.page + IOVEC, &words(&[self.page + DATA, 1]))?;
        // struct msghdr: name and its length (padded to a word), iovec and count, control and its length, flags.
        let header = [0, 0, self.page + IOVEC, 1, self.page + CONTROL, self.control_len(), 0];
        memory::write_exact(tid, self.page + HEADER, &words(&header))
    }

    /// `CMSG_SPACE` of one descriptor.
    fn control_len(&self) -> u64 {
        if self.narrow { 16 } else { 24 }
    }

    /// The number under which the file came. struct cmsghdr: its length as a word, level, type, and then the number.
    fn received(&self, tid: u32) -> Result<u64, Errno> {
        let word = if self.narrow { 4 } else { 8 };
        let mut fields = [0; 12];
        memory::read_exact(tid, self.page + CONTROL + word, &mut fields)?;
        let [level, kind, number] = words(fields);
        if (level, kind) == (SOL_SOCKET, SCM_RIGHTS) { Ok(number.into()) } else { Err(Errno::EMFILE) }
    }
}

/// Bytes as the 32-bit words that they are; `BYTES` is four times `WORDS`.
fn words<const BYTES: usize, const WORDS: usize>(bytes: [u8; BYTES]) -> [u32; WORDS] {
    std::array::from_fn(|at| u32::from_ne_bytes(std::array::from_fn(|byte| bytes[at * 4 + byte])))
}
