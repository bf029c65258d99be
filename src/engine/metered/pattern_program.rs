//! A regular expression as a program of the counting machine in `backtracking`.

use std::iter::Peekable;
use std::str::Chars;

/// The most instructions that a pattern may become; counted repeats are written out.
const MAX_INSTRUCTIONS: usize = 4_000;

/// Letters that fit, as ranges.
#[derive(Clone, Debug, Default)]
pub(super) struct Letters {
    ranges: Vec<(u16, u16)>,
    is_inverted: bool,
    /// Which of ASCII's letters fit, a bit for each.
    ascii: u128,
}

impl Letters {
    pub(super) fn holds(&self, letter: u16) -> bool {
        match letter {
            0..128 => self.ascii >> letter & 1 == 1,
            _ => self.is_among(letter),
        }
    }

    /// Has all letters now.
    fn settle(&mut self) {
        let fitting = (0..128).filter(|&letter| self.is_among(letter));
        self.ascii = fitting.fold(0, |ascii, letter| ascii | 1 << letter);
    }

    fn is_among(&self, letter: u16) -> bool {
        let inside = |&(low, high): &(u16, u16)| (low..=high).contains(&letter);
        self.ranges.iter().any(inside) != self.is_inverted
    }

    fn add(&mut self, low: u16, high: u16) {
        self.ranges.push((low, high));
    }

    fn add_all(&mut self, other: &Letters) {
        if !other.is_inverted {
            return self.ranges.extend(&other.ranges);
        }
        let mut ranges = other.ranges.clone();
        ranges.sort_unstable();
        let mut next = 0_u32;
        for (low, high) in ranges {
            if u32::from(low) > next {
                self.ranges.push((next as u16, low - 1));
            }
            next = next.max(u32::from(high) + 1);
        }
        if let Ok(next) = u16::try_from(next) {
            self.ranges.push((next, u16::MAX));
        }
    }
}

/// A step of the machine.
#[derive(Clone, Debug)]
pub(super) enum Instruction {
    Matched,
    Letter(Letters),
    /// The begin of the text, or of a line.
    Start {
        of_line: bool,
    },
    /// The end of the text, or of a line.
    End {
        of_line: bool,
    },
    WordEdge(bool),
    Jump(usize),
    Fork {
        first: usize,
        second: usize,
    },
    Keep(usize),
    Moved(usize),
    Again {
        begin: usize,
        end: usize,
    },
    Ahead {
        inner: Vec<Instruction>,
        wanted: bool,
    },
}

/// A pattern that may take many steps.
#[derive(Clone, Debug)]
pub(super) struct Program {
    pub(super) instructions: Vec<Instruction>,
    pub(super) slots: usize,
}

impl Program {
    /// The program of a pattern; `None` if it cannot take many steps, or is not modelled.
    pub(super) fn of(pattern: &str, flags: &str) -> Option<Program> {
        // One loop over one thing goes through the text once for each place where it may begin.
        let repeats = pattern.matches(['*', '+', '{']).count();
        if repeats == 0 || repeats == 1 && !pattern.contains(['|', '?', '(']) {
            return None;
        }
        let mut compiler = Compiler {
            letters: pattern.chars().peekable(),
            // Two slots for each group; those of loops come behind.
            slots: 2 * (pattern.matches('(').count() + 1),
            groups: 0,
            ignores_case: flags.contains('i'),
            all: flags.contains('s'),
            of_line: flags.contains('m'),
        };
        let mut instructions = compiler.alternatives()?;
        if compiler.letters.next().is_some() {
            return None;
        }
        instructions.push(Instruction::Matched);
        settle(&mut instructions);
        Some(Program {
            instructions,
            slots: compiler.slots,
        })
    }
}

fn settle(instructions: &mut [Instruction]) {
    for instruction in instructions {
        match instruction {
            Instruction::Letter(letters) => letters.settle(),
            Instruction::Ahead { inner, .. } => settle(inner),
            _ => {}
        }
    }
}

struct Compiler<'a> {
    letters: Peekable<Chars<'a>>,
    slots: usize,
    groups: usize,
    ignores_case: bool,
    all: bool,
    of_line: bool,
}

/// Code that can be put anywhere: its jumps are relative to its own begin until they are moved.
type Code = Vec<Instruction>;

fn append(code: &mut Code, piece: &[Instruction]) -> Option<()> {
    let by = code.len();
    if by + piece.len() > MAX_INSTRUCTIONS {
        return None;
    }
    code.extend(piece.iter().cloned().map(|instruction| match instruction {
        Instruction::Jump(to) => Instruction::Jump(to + by),
        Instruction::Fork { first, second } => Instruction::Fork {
            first: first + by,
            second: second + by,
        },
        other => other,
    }));
    Some(())
}

impl Compiler<'_> {
    fn alternatives(&mut self) -> Option<Code> {
        let mut code = self.sequence()?;
        while self.letters.next_if_eq(&'|').is_some() {
            let other = self.sequence()?;
            let mut both = vec![Instruction::Fork {
                first: 1,
                second: code.len() + 2,
            }];
            append(&mut both, &code)?;
            both.push(Instruction::Jump(code.len() + 2 + other.len()));
            append(&mut both, &other)?;
            code = both;
        }
        Some(code)
    }

    fn sequence(&mut self) -> Option<Code> {
        let mut code = Code::new();
        while let Some(&letter) = self.letters.peek() {
            if matches!(letter, '|' | ')') {
                break;
            }
            let piece = self.atom()?;
            let piece = self.repeated(piece)?;
            append(&mut code, &piece)?;
        }
        Some(code)
    }

    fn repeated(&mut self, piece: Code) -> Option<Code> {
        let (least, most) = match self.letters.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => {
                let mut ahead = self.letters.clone();
                ahead.next();
                let text: String = ahead.by_ref().take_while(|&letter| letter != '}').collect();
                let (low, high) = text.split_once(',').unwrap_or((&text, &text));
                let Ok(low) = low.parse::<usize>() else {
                    // Without numbers it is a brace like any other letter.
                    return Some(piece);
                };
                let high = match high {
                    "" => None,
                    high => Some(high.parse().ok()?),
                };
                for _ in 0..=text.len() {
                    self.letters.next();
                }
                (low, high)
            }
            _ => return Some(piece),
        };
        self.letters.next();
        let is_greedy = self.letters.next_if_eq(&'?').is_none();
        let fork = |inside: usize, outside: usize| match is_greedy {
            true => Instruction::Fork {
                first: inside,
                second: outside,
            },
            false => Instruction::Fork {
                first: outside,
                second: inside,
            },
        };
        let mut code = Code::new();
        for _ in 0..least {
            append(&mut code, &piece)?;
        }
        match most {
            None => {
                let slot = self.slots;
                self.slots += 1;
                let mut round = vec![fork(1, piece.len() + 4), Instruction::Keep(slot)];
                append(&mut round, &piece)?;
                round.push(Instruction::Moved(slot));
                round.push(Instruction::Jump(0));
                append(&mut code, &round)?;
            }
            Some(most) => {
                for _ in least..most {
                    let mut once = vec![fork(1, piece.len() + 1)];
                    append(&mut once, &piece)?;
                    append(&mut code, &once)?;
                }
            }
        }
        Some(code)
    }

    fn atom(&mut self) -> Option<Code> {
        let one = |letters: Letters| Some(vec![Instruction::Letter(letters)]);
        match self.letters.next()? {
            '^' => Some(vec![Instruction::Start {
                of_line: self.of_line,
            }]),
            '$' => Some(vec![Instruction::End {
                of_line: self.of_line,
            }]),
            '.' => one(Letters {
                ranges: if self.all {
                    Vec::new()
                } else {
                    vec![(10, 10), (13, 13), (0x2028, 0x2029)]
                },
                is_inverted: true,
                ascii: 0,
            }),
            '(' => self.group(),
            '[' => {
                let class = self.class()?;
                one(class)
            }
            '\\' => self.escape(),
            letter => one(self.letter(letter)?),
        }
    }

    fn letter(&self, letter: char) -> Option<Letters> {
        let mut letters = Letters::default();
        let mut add = |letter: char| {
            let unit = u16::try_from(letter as u32).ok()?;
            letters.add(unit, unit);
            Some(())
        };
        add(letter)?;
        if self.ignores_case {
            add(letter.to_ascii_lowercase())?;
            add(letter.to_ascii_uppercase())?;
        }
        Some(letters)
    }

    fn group(&mut self) -> Option<Code> {
        let mut ahead = None;
        let mut is_kept = true;
        if self.letters.next_if_eq(&'?').is_some() {
            is_kept = false;
            match self.letters.next()? {
                ':' => {}
                '=' => ahead = Some(true),
                '!' => ahead = Some(false),
                '<' if !matches!(self.letters.peek(), Some('=' | '!')) => {
                    is_kept = true;
                    while self.letters.next()? != '>' {}
                }
                _ => return None,
            }
        }
        let slot = 2 * (self.groups + 1);
        self.groups += usize::from(is_kept);
        let inner = self.alternatives()?;
        if self.letters.next()? != ')' {
            return None;
        }
        if let Some(wanted) = ahead {
            let mut inner = inner;
            inner.push(Instruction::Matched);
            return Some(vec![Instruction::Ahead { inner, wanted }]);
        }
        if !is_kept {
            return Some(inner);
        }
        let mut code = vec![Instruction::Keep(slot)];
        append(&mut code, &inner)?;
        code.push(Instruction::Keep(slot + 1));
        Some(code)
    }

    fn escape(&mut self) -> Option<Code> {
        match self.letters.next()? {
            'b' => Some(vec![Instruction::WordEdge(true)]),
            'B' => Some(vec![Instruction::WordEdge(false)]),
            digit @ '1'..='9' => {
                let slot = 2 * digit.to_digit(10)? as usize;
                (slot + 1 < self.slots).then(|| {
                    vec![Instruction::Again {
                        begin: slot,
                        end: slot + 1,
                    }]
                })
            }
            'k' | 'p' | 'P' => None,
            letter => Some(vec![Instruction::Letter(self.escaped(letter)?)]),
        }
    }

    /// What stands behind a backslash, in a class or outside.
    fn escaped(&mut self, letter: char) -> Option<Letters> {
        let ranges = match letter {
            'd' | 'D' => vec![(48, 57)],
            'w' | 'W' => vec![(48, 57), (65, 90), (95, 95), (97, 122)],
            's' | 'S' => vec![
                (9, 13),
                (32, 32),
                (160, 160),
                (0x2028, 0x2029),
                (0xfeff, 0xfeff),
            ],
            'n' => vec![(10, 10)],
            'r' => vec![(13, 13)],
            't' => vec![(9, 9)],
            'v' => vec![(11, 11)],
            'f' => vec![(12, 12)],
            '0' => vec![(0, 0)],
            'x' | 'u' => {
                let digits: String = self
                    .letters
                    .by_ref()
                    .take(if letter == 'x' { 2 } else { 4 })
                    .collect();
                let unit = u16::from_str_radix(&digits, 16).ok()?;
                vec![(unit, unit)]
            }
            other => return self.letter(other),
        };
        Some(Letters {
            ranges,
            is_inverted: matches!(letter, 'D' | 'W' | 'S'),
            ascii: 0,
        })
    }

    fn class(&mut self) -> Option<Letters> {
        let mut letters = Letters::default();
        let is_inverted = self.letters.next_if_eq(&'^').is_some();
        loop {
            let mut low = match self.letters.next()? {
                ']' => break,
                '\\' => match self.letters.next()? {
                    'b' => self.letter('\u{8}')?,
                    escape => self.escaped(escape)?,
                },
                letter => self.letter(letter)?,
            };
            let mut ahead = self.letters.clone();
            if ahead.next() == Some('-')
                && ahead.peek().is_some_and(|&end| end != ']')
                && !low.is_inverted
            {
                self.letters.next();
                let high = match self.letters.next()? {
                    '\\' => {
                        let escape = self.letters.next()?;
                        self.escaped(escape)?
                    }
                    letter => self.letter(letter)?,
                };
                let ends = (low.ranges.first().copied(), high.ranges.first().copied());
                if let (Some((from, _)), Some((_, to))) = ends {
                    low.add(from, to);
                    if self.ignores_case && from >= 65 && to <= 122 {
                        low.add(from ^ 32, to ^ 32);
                    }
                }
                low.add_all(&high);
            }
            letters.add_all(&low);
        }
        letters.is_inverted = is_inverted;
        Some(letters)
    }
}
