//! Address spaces and the sealed memory in them.
//!
//! An [`Area`] is sealed memory mapped into a target; its slots hold the arguments of one call each. A fork's child
//! has the areas of its parent at the same addresses, so that processes share an area and take slots from it in turn. A
//! new program has none.

use callgate_abi::{Abi, Errno};
use callgate_sys::arch::{Detour, Return};
use callgate_sys::layout::OpenHow;
use callgate_sys::sealed::SealedMemory;
use std::cell::RefCell;
use std::rc::Rc;

/// The longest path with its NUL.
const PATH_MAX: usize = crate::target::PATH_MAX;
const DATA: usize = Detour::CODE_LEN;
const HOW: usize = DATA + Detour::DATA_LEN;
const PATH: usize = HOW + size_of::<OpenHow>();
/// Bytes of a slot, rounded up so that its words are aligned.
const SLOT: usize = (PATH + PATH_MAX).next_multiple_of(16);
/// Bytes of an area.
pub(super) const AREA: usize = 64 * 1024;
const SLOTS: usize = AREA / SLOT;

/// What calls need in an address space.
#[derive(Debug, Default)]
pub(super) struct Space {
    areas: Vec<Rc<RefCell<Area>>>,
    /// No area could be mapped: calls go another way.
    pub(super) barren: bool,
}

impl Space {
    /// That of a new program. `fertile` says that areas may be mapped at all.
    pub(super) fn new(fertile: bool) -> Space {
        Space { areas: Vec::new(), barren: !fertile }
    }

    /// A slot that no other call uses; `None` when there is none.
    pub(super) fn slot(&self) -> Option<Slot> {
        self.areas.iter().find_map(Slot::take)
    }

    /// An area that is now mapped here.
    pub(super) fn add(&mut self, area: Area) {
        self.areas.push(Rc::new(RefCell::new(area)));
    }

    /// The address space of a child that was forked from this one.
    pub(super) fn forked(&self) -> Space {
        Space { areas: self.areas.clone(), barren: self.barren }
    }

    /// Takes on what the space has that this one, as is now known, was forked from.
    pub(super) fn inherit(&mut self, parent: &Space) {
        let new = parent.areas.iter().filter(|area| !self.areas.iter().any(|own| Rc::ptr_eq(own, area)));
        let new: Vec<_> = new.cloned().collect();
        self.areas.extend(new);
    }
}

/// Sealed memory at an address of the targets that have it.
#[derive(Debug)]
pub(super) struct Area {
    memory: SealedMemory,
    base: u64,
    abi: Abi,
    again: Again,
    /// Which slots are free.
    free: Vec<usize>,
}

/// Where the detours of an area make a call again: offsets in the slot.
#[derive(Debug, Clone, Copy)]
struct Again {
    from: u64,
    call: u64,
}

impl Area {
    /// The memory, found mapped at `base` in targets of this ABI. EINVAL for an ABI without detours.
    pub(super) fn new(mut memory: SealedMemory, base: u64, abi: Abi) -> Result<Area, Errno> {
        let mut again = None;
        for slot in 0..SLOTS {
            let at = base + (slot * SLOT) as u64;
            let detour = Detour::new(abi, at, at + DATA as u64).ok_or(Errno::EINVAL)?;
            memory.write(slot * SLOT, detour.code())?;
            again = Some(Again { from: detour.again_from(), call: detour.again() });
        }
        let again = again.ok_or(Errno::EINVAL)?;
        Ok(Area { memory, base, abi, again, free: (0..SLOTS).rev().collect() })
    }
}

/// Room for one call's arguments; free again when dropped.
#[derive(Debug)]
pub(super) struct Slot {
    area: Rc<RefCell<Area>>,
    number: usize,
}

/// Where in the code of a slot a thread is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// Before the call that the kernel is about to restart.
    Restart,
    /// Behind the call or on the way back from it: the result stands.
    Back,
    /// On the way to make the call again.
    Again,
    /// Behind that call.
    Repeated,
}

impl Slot {
    fn take(area: &Rc<RefCell<Area>>) -> Option<Slot> {
        let number = area.borrow_mut().free.pop()?;
        Some(Slot { area: Rc::clone(area), number })
    }

    fn offset(&self) -> usize {
        self.number * SLOT
    }

    fn base(&self) -> u64 {
        self.area.borrow().base + self.offset() as u64
    }

    /// Puts in how to return from the call.
    pub(super) fn put_return(&self, back: &Return) -> Result<(), Errno> {
        self.area.borrow_mut().memory.write(self.offset() + DATA, &back.bytes())
    }

    /// Puts in a path, which must be shorter than PATH_MAX; its address in the target.
    pub(super) fn put_path(&self, path: &[u8]) -> Result<u64, Errno> {
        if path.len() >= PATH_MAX {
            return Err(Errno::ENAMETOOLONG);
        }
        let mut area = self.area.borrow_mut();
        area.memory.write(self.offset() + PATH, path)?;
        area.memory.write(self.offset() + PATH + path.len(), &[0])?;
        Ok(area.base + (self.offset() + PATH) as u64)
    }

    /// Puts in how to open; its address in the target.
    pub(super) fn put_how(&self, how: &OpenHow) -> Result<u64, Errno> {
        let bytes = [how.flags, how.mode, how.resolve].map(u64::to_ne_bytes).concat();
        self.area.borrow_mut().memory.write(self.offset() + HOW, &bytes)?;
        Ok(self.base() + HOW as u64)
    }

    /// Where the call is to return.
    pub(super) fn return_address(&self) -> u64 {
        self.base() + Detour::RETURN
    }

    /// Where in this slot's code an address is; `None` when it is elsewhere.
    pub(super) fn spot(&self, address: u64) -> Option<Spot> {
        let offset = address.checked_sub(self.base()).filter(|offset| *offset < DATA as u64)?;
        let again = self.area.borrow().again;
        Some(if offset < Detour::RETURN {
            Spot::Restart
        } else if offset < again.from {
            Spot::Back
        } else if offset < again.call {
            Spot::Again
        } else {
            Spot::Repeated
        })
    }

    /// The ABI whose calls it serves.
    pub(super) fn abi(&self) -> Abi {
        self.area.borrow().abi
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.area.borrow_mut().free.push(self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::{AREA, Area, SLOTS, Space, Spot};
    use callgate_abi::{Abi, Errno};
    use callgate_sys::arch::Detour;
    use callgate_sys::sealed::SealedMemory;

    fn area(base: u64) -> Area {
        Area::new(SealedMemory::new(AREA).unwrap().0, base, Abi::X86_64).unwrap()
    }

    #[test]
    fn slots_are_lent_and_come_back() {
        let mut space = Space::default();
        assert!(space.slot().is_none(), "a new program has none");
        space.add(area(0x10_0000));
        let child = space.forked();
        let taken: Vec<_> = (0..SLOTS).map(|_| space.slot().unwrap()).collect();
        assert!(child.slot().is_none(), "parent and child share them");
        drop(taken);
        assert!(child.slot().is_some());
    }

    #[test]
    fn a_late_known_child_takes_each_area_once() {
        let (mut parent, mut child) = (Space::default(), Space::default());
        parent.add(area(0x10_0000));
        child.add(area(0x20_0000));
        child.inherit(&parent);
        child.inherit(&parent);
        assert_eq!(child.areas.len(), 2);
    }

    #[test]
    fn places_in_a_slot() {
        let mut space = Space::default();
        space.add(area(0x10_0000));
        let slot = space.slot().unwrap();
        let start = slot.return_address() - Detour::RETURN;
        assert_eq!(slot.spot(start), Some(Spot::Restart));
        assert_eq!(slot.spot(slot.return_address()), Some(Spot::Back));
        let again = Detour::new(Abi::X86_64, start, start).unwrap();
        assert_eq!(slot.spot(start + again.again() - 1), Some(Spot::Again));
        assert_eq!(slot.spot(start + again.again()), Some(Spot::Repeated));
        assert_eq!(slot.spot(start - 1), None);
        assert_eq!(slot.put_path(&[b'a'; 4096]), Err(Errno::ENAMETOOLONG));
        let path = slot.put_path(&[b'a'; 4095]).unwrap();
        let how = slot.put_how(&callgate_sys::layout::OpenHow::default()).unwrap();
        assert!(how % 8 == 0 && path == how + 24, "the kernel wants whole words");
    }
}
