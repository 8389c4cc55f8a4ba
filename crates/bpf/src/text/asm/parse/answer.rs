//! Answers, and instructions field by field.

use super::super::token::Kind as Word;
use super::super::tree::Kind;
use super::Parser;
use crate::insn::Insn;
use crate::text::place::{Reason, TextError};
use callgate_abi::errno::ERRNOS;
use callgate_abi::{Action, Errno};

impl<'t> Parser<'t> {
    pub(super) fn raw(&mut self, start: usize) -> Result<(), TextError> {
        self.at += 1;
        let mut fields = [0; 4];
        for (at, (what, most)) in
            [("a code", 0xffff), ("jt", 0xff), ("jf", 0xff), ("k", u32::MAX)].into_iter().enumerate()
        {
            if at > 0 {
                self.expect(",", "`,`")?;
            }
            let token = self.peek();
            fields[at] = self.number(what)?;
            if fields[at] > most {
                return Err(self.wrong(token.start..token.end, Reason::NumberTooLarge));
            }
        }
        let [code, jt, jf, k] = fields;
        self.push(start, Kind::Ready(Insn::new(code as u16, jt as u8, jf as u8, k)))
    }

    pub(super) fn answer(&mut self, start: usize) -> Result<(), TextError> {
        self.at += 1;
        let token = self.peek();
        if token.kind == Word::Number {
            let k = self.number("an action")?;
            return self.push(start, Kind::Ready(Insn::ret(k)));
        }
        let word = self.name(ACTIONS).map_err(|_| self.expected(ACTIONS))?;
        let k = match word.word {
            "A" => return self.push(start, Kind::Ready(Insn::ret_a())),
            "kill" => match self.suffix()? {
                None | Some("process") => Action::KillProcess.to_ret(),
                Some(_) => Action::KillThread.to_ret(),
            },
            "allow" | "ALLOW" => Action::Allow.to_ret(),
            "log" | "LOG" => Action::Log.to_ret(),
            "notify" | "USER_NOTIF" => Action::UserNotif.to_ret(),
            "KILL_PROCESS" => Action::KillProcess.to_ret(),
            "KILL_THREAD" | "KILL" => Action::KillThread.to_ret(),
            "trap" | "TRAP" => Action::Trap(self.data_bits()?).to_ret(),
            "trace" | "TRACE" => Action::Trace(self.data_bits()?).to_ret(),
            "errno" | "ERRNO" => 0x0005_0000 | u32::from(self.errno()?),
            other => {
                const WORDS: [&str; 9] = [
                    "allow",
                    "log",
                    "trace",
                    "notify",
                    "errno",
                    "trap",
                    "kill",
                    "kill-thread",
                    "kill-process",
                ];
                let near = callgate_abi::suggest::nearest(other, WORDS.into_iter());
                return Err(self.wrong(word.start..word.end, Reason::unknown("action", other, near)));
            }
        };
        self.push(start, Kind::Ready(Insn::ret(k)))
    }

    /// The `-thread` of `kill-thread`.
    fn suffix(&mut self) -> Result<Option<&'t str>, TextError> {
        if !self.take("-") {
            return Ok(None);
        }
        let token = self.peek();
        if matches!(token.word, "thread" | "process") {
            self.at += 1;
            return Ok(Some(token.word));
        }
        Err(self.expected("`kill-thread` or `kill-process`"))
    }

    fn data_bits(&mut self) -> Result<u16, TextError> {
        let parenthesis = self.take("(");
        let token = self.peek();
        if !parenthesis && token.kind != Word::Number {
            return Ok(0);
        }
        let value = self.number("a number up to 65535")?;
        let value =
            u16::try_from(value).map_err(|_| self.wrong(token.start..token.end, Reason::NumberTooLarge))?;
        if parenthesis {
            self.expect(")", "`)`")?;
        }
        Ok(value)
    }

    fn errno(&mut self) -> Result<u16, TextError> {
        if self.peek().kind == Word::Name {
            let name = self.next();
            if let Some(errno) = Errno::from_name(name.word) {
                return Ok(errno.0);
            }
            let names = ERRNOS.iter().map(|(name, ..)| *name);
            let near = callgate_abi::suggest::nearest(name.word, names);
            return Err(self.wrong(name.start..name.end, Reason::unknown("error", name.word, near)));
        }
        let token = self.peek();
        if token.word == "(" && self.tokens.get(self.at + 1).is_some_and(|next| next.kind == Word::Name) {
            self.at += 1;
            let errno = self.errno()?;
            self.expect(")", "`)`")?;
            return Ok(errno);
        }
        if token.kind != Word::Number && token.word != "(" {
            return Err(self.expected("an error, as `EPERM` or a number"));
        }
        self.data_bits()
    }
}

const ACTIONS: &str =
    "an action: allow, log, trace N, notify, errno NAME, trap N, kill, kill-thread, A, or a number";
