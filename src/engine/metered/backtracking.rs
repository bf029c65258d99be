//! How many steps a backtracking engine takes for a regular expression.
//!
//! boa's engine cannot be stopped and counts nothing, and a pattern such as `(a+)+$` takes twice the steps for each
//! further letter. So a pattern that may do that is walked through beforehand by a small machine that backtracks in the
//! same order and only counts. It decides nothing but the cost: what it does not model (look-behind, properties of
//! Unicode) is left to the guard.

use super::pattern_program::{Instruction, Program};

/// What is put back when a path has failed.
enum Undo {
    /// Go on here.
    Retry { at: usize, position: usize },
    /// A slot had this value.
    Slot { slot: usize, value: usize },
}

/// The longest way back that is kept; beyond it the text is long rather than the pattern hard.
const MAX_UNDO: usize = 1 << 20;

const UNSET: usize = usize::MAX;

/// The steps of one execution from a position on, at most `limit`. A sticky expression is searched for like any other:
/// boa looks only afterwards where it was found.
pub(super) fn steps(program: &Program, text: &[u16], from: usize, limit: u64) -> u64 {
    let mut machine = Machine {
        text,
        steps: 0,
        limit,
        undo: Vec::new(),
    };
    let mut slots = vec![UNSET; program.slots];
    for start in from..=text.len() {
        slots.fill(UNSET);
        let found = machine.run(&program.instructions, &mut slots, start);
        if found || machine.steps >= limit {
            break;
        }
    }
    machine.steps
}

struct Machine<'a> {
    text: &'a [u16],
    steps: u64,
    limit: u64,
    /// What is put back, of the run that goes on and of those around it.
    undo: Vec<Undo>,
}

impl Machine<'_> {
    /// Whether a program matches at a position. Gives up when too many steps were made.
    fn run(&mut self, program: &[Instruction], slots: &mut [usize], start: usize) -> bool {
        let begin = self.undo.len();
        let (mut at, mut position) = (0, start);
        loop {
            self.steps += 1;
            if self.steps >= self.limit || self.undo.len() - begin > MAX_UNDO {
                self.undo.truncate(begin);
                return false;
            }
            let next = match &program[at] {
                Instruction::Matched => {
                    self.undo.truncate(begin);
                    return true;
                }
                Instruction::Letter(set) => match self.text.get(position) {
                    Some(&letter) if set.holds(letter) => {
                        position += 1;
                        Some(at + 1)
                    }
                    _ => None,
                },
                Instruction::Start { of_line } => {
                    let is_there = position == 0 || *of_line && self.text[position - 1] == 10;
                    is_there.then_some(at + 1)
                }
                Instruction::End { of_line } => {
                    let letter = self.text.get(position);
                    let is_there = letter.is_none() || *of_line && letter == Some(&10);
                    is_there.then_some(at + 1)
                }
                Instruction::WordEdge(wanted) => {
                    (self.is_word_edge(position) == *wanted).then_some(at + 1)
                }
                Instruction::Jump(to) => Some(*to),
                Instruction::Fork { first, second } => {
                    self.undo.push(Undo::Retry {
                        at: *second,
                        position,
                    });
                    Some(*first)
                }
                Instruction::Keep(slot) => {
                    self.undo.push(Undo::Slot {
                        slot: *slot,
                        value: slots[*slot],
                    });
                    slots[*slot] = position;
                    Some(at + 1)
                }
                // A round that took no letter would go on for ever.
                Instruction::Moved(slot) => (slots[*slot] != position).then_some(at + 1),
                Instruction::Again { begin, end } => match (slots[*begin], slots[*end]) {
                    (UNSET, _) | (_, UNSET) => Some(at + 1),
                    (begin, end) => {
                        let again = &self.text[begin.min(end)..end];
                        let fits = self.text[position..].starts_with(again);
                        fits.then(|| {
                            position += again.len();
                            at + 1
                        })
                    }
                },
                Instruction::Ahead { inner, wanted } => {
                    let found = self.run(inner, slots, position);
                    (found == *wanted).then_some(at + 1)
                }
            };
            at = match next {
                Some(next) => next,
                None => loop {
                    if self.undo.len() == begin {
                        return false;
                    }
                    match self.undo.pop() {
                        None => return false,
                        Some(Undo::Slot { slot, value }) => slots[slot] = value,
                        Some(Undo::Retry { at, position: back }) => {
                            position = back;
                            break at;
                        }
                    }
                },
            };
        }
    }

    fn is_word_edge(&self, position: usize) -> bool {
        let is_word = |index: Option<usize>| {
            let letter = index.and_then(|index| self.text.get(index));
            letter.is_some_and(|&letter| {
                u8::try_from(letter)
                    .is_ok_and(|letter| letter.is_ascii_alphanumeric() || letter == b'_')
            })
        };
        is_word(position.checked_sub(1)) != is_word(Some(position))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: u64 = 1_000_000;

    #[test]
    fn counts_what_explodes_and_what_does_not() {
        let a = "a".repeat(40);
        for (pattern, flags, text, explodes) in [
            ("^(a+)+$", "", format!("{a}b"), true),
            ("(?:(a+)+)$", "", format!("x{a}b"), true),
            (r"\s*\s*\s*\s*\s*x", "", " ".repeat(3_000), true),
            (r"^(\w+\s?)*$", "", format!("{}!", "word ".repeat(12)), true),
            ("(x+x+)+y", "i", "X".repeat(60), true),
            (r"(\w+)\s(\w+)", "", "two words".to_owned(), false),
            (r"^\d{4}-\d{2}$", "", "2020-12".to_owned(), false),
            ("^(a|b)*?c", "", format!("{a}c"), false),
            (r"([^,]*),(\1)", "", "ab,ab".to_owned(), false),
            ("(a*)*b", "", "aab".to_owned(), false),
        ] {
            let program = Program::of(pattern, flags).expect(pattern);
            let text: Vec<u16> = text.encode_utf16().collect();
            let steps = steps(&program, &text, 0, LIMIT);
            assert_eq!(steps >= LIMIT, explodes, "{pattern}: {steps} steps");
        }
        for pattern in ["abc", "[a-z]+", r"(?<=a)b*c*", r"\p{L}+\d+"] {
            assert!(Program::of(pattern, "").is_none(), "{pattern}");
        }
    }
}
