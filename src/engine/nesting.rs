//! How deeply a source text is nested. boa parses by recursion on the machine's stack, of which a browser has a
//! megabyte; so a text that is nested more deeply than anybody writes is refused with a place and a word.
//!
//! Brackets are counted on tokens: those in strings, comments and regular expressions do not count.

/// How many brackets may be open at once, and how many operators, ten for one.
const MAX_NESTING: usize = 120;

/// Operators that follow one another without an end of statement nest less: so many count as one bracket.
const OPERATORS_PER_LEVEL: usize = 10;

/// What is said about a text that is nested more deeply.
pub(crate) const MESSAGE: &str = "Too many brackets or operators are nested in one another";

/// The line and column (in UTF-16 code units) where the text becomes too deeply nested; `None` if it does not.
pub(crate) fn too_deep(source: &str) -> Option<(u32, u32)> {
    let offset = Scanner::new(source).run()?;
    let text = &source[..offset];
    let line = text.matches('\n').count() + 1;
    let column = text.rsplit('\n').next().unwrap_or_default();
    Some((line as u32, column.encode_utf16().count() as u32 + 1))
}

/// Where the words `for` and `while` stand that begin, or end, a loop: offsets in bytes.
pub(crate) fn loop_words(source: &str) -> Vec<usize> {
    let mut scanner = Scanner::new(source);
    scanner.run();
    scanner.loop_words
}

/// What stands before the current letter: it decides whether a slash divides or begins a regular expression.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Operand,
    Operator,
}

struct Scanner<'a> {
    letters: std::iter::Peekable<std::str::CharIndices<'a>>,
    source: &'a str,
    /// Opening brackets; a backquote stands for a template whose substitution is open.
    open: Vec<char>,
    /// Prefix operators and arrows since the last operand or statement.
    operators: usize,
    before: Before,
    loop_words: Vec<usize>,
}

/// Words after which an expression is still to come.
const PREFIX_WORDS: &[&str] = &[
    "await",
    "case",
    "delete",
    "do",
    "else",
    "if",
    "in",
    "instanceof",
    "new",
    "of",
    "return",
    "throw",
    "typeof",
    "void",
    "yield",
    "for",
    "while",
    "with",
];

impl Scanner<'_> {
    fn new(source: &str) -> Scanner<'_> {
        Scanner {
            letters: source.char_indices().peekable(),
            source,
            open: Vec::new(),
            operators: 0,
            before: Before::Operator,
            loop_words: Vec::new(),
        }
    }

    fn run(&mut self) -> Option<usize> {
        while let Some((at, letter)) = self.letters.next() {
            match letter {
                '(' | '[' | '{' => {
                    self.open.push(letter);
                    self.before = Before::Operator;
                }
                ')' | ']' => {
                    self.open.pop();
                    self.before = Before::Operand;
                }
                '}' => {
                    if self.open.pop() == Some('`') {
                        self.template();
                    } else {
                        // A block may end here or an object; a regular expression after a block is rare, and
                        // division after an object rarer.
                        self.before = Before::Operator;
                        self.operators = 0;
                    }
                }
                ';' => {
                    self.before = Before::Operator;
                    self.operators = 0;
                }
                ',' => {
                    self.before = Before::Operator;
                    self.operators = 0;
                }
                '\'' | '"' => self.string(letter),
                '`' => self.template(),
                '/' => self.slash(),
                letter if letter.is_whitespace() => {}
                letter if letter.is_alphanumeric() || matches!(letter, '_' | '$' | '#' | '\\') => {
                    self.word(at);
                }
                _ => {
                    // Only what asks for an operand on its right without having one on its left goes deeper.
                    self.operators += 1;
                    self.before = Before::Operator;
                }
            }
            if self.open.len() + self.operators / OPERATORS_PER_LEVEL > MAX_NESTING {
                return Some(at);
            }
        }
        None
    }

    fn word(&mut self, at: usize) {
        let mut end = self.source.len();
        while let Some(&(next, letter)) = self.letters.peek() {
            if letter.is_alphanumeric()
                || matches!(letter, '_' | '$' | '\\' | '\u{200c}' | '\u{200d}')
            {
                self.letters.next();
            } else {
                end = next;
                break;
            }
        }
        let word = &self.source[at..end];
        if matches!(word, "for" | "while") && !self.source[..at].trim_end().ends_with('.') {
            self.loop_words.push(at);
        }
        if PREFIX_WORDS.contains(&word) {
            self.operators += 1;
            self.before = Before::Operator;
        } else {
            self.before = Before::Operand;
        }
    }

    fn string(&mut self, quote: char) {
        self.before = Before::Operand;
        while let Some((_, letter)) = self.letters.next() {
            match letter {
                '\\' => {
                    self.letters.next();
                }
                '\n' => return,
                letter if letter == quote => return,
                _ => {}
            }
        }
    }

    /// The letters of a template up to its end or to a substitution.
    fn template(&mut self) {
        self.before = Before::Operand;
        while let Some((_, letter)) = self.letters.next() {
            match letter {
                '\\' => {
                    self.letters.next();
                }
                '`' => return,
                '$' if matches!(self.letters.peek(), Some((_, '{'))) => {
                    self.letters.next();
                    self.open.push('`');
                    self.before = Before::Operator;
                    return;
                }
                _ => {}
            }
        }
    }

    fn slash(&mut self) {
        match self.letters.peek() {
            Some((_, '/')) => {
                while self
                    .letters
                    .next()
                    .is_some_and(|(_, letter)| letter != '\n')
                {}
            }
            Some((_, '*')) => {
                self.letters.next();
                let mut star = false;
                for (_, letter) in self.letters.by_ref() {
                    if star && letter == '/' {
                        break;
                    }
                    star = letter == '*';
                }
            }
            _ if self.before == Before::Operator => self.regular_expression(),
            _ => self.before = Before::Operator,
        }
    }

    fn regular_expression(&mut self) {
        let mut in_class = false;
        self.before = Before::Operand;
        while let Some((_, letter)) = self.letters.next() {
            match letter {
                '\\' => {
                    self.letters.next();
                }
                '\n' => return,
                '[' => in_class = true,
                ']' => in_class = false,
                '/' if !in_class => return,
                _ => {}
            }
        }
    }
}
