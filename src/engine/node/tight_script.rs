//! Takes out of a script what only people read: comments, indentation, and spaces that no token needs. The build script
//! does it to the scripts beside this file, whose text the engine carries along; lines of theirs are never shown.
//!
//! Written for these scripts, not for any: a regular expression must not follow a closing bracket. That the tree stays
//! the same is tested for each of them.

use std::iter::Peekable;
use std::str::CharIndices;

/// Words after which a slash begins a regular expression.
const WORDS_BEFORE_OPERANDS: [&str; 9] = [
    "await", "case", "else", "in", "of", "return", "throw", "typeof", "yield",
];

/// After these and before those a line may be broken without meaning anything.
const NEVER_AT_AN_END: &str = "{([,;=?:&|*%!~^<.";
const NEVER_AT_A_BEGINNING: &str = ")],;=?:&|*%^>.}";

/// The script in as few letters as this takes.
pub(crate) fn tighten(source: &str) -> String {
    let mut script = Script {
        source,
        letters: source.char_indices().peekable(),
        tight: String::with_capacity(source.len()),
        gap: Gap::None,
        braces: Vec::new(),
    };
    script.run();
    script.tight
}

/// What stands between two tokens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    Line,
}

struct Script<'a> {
    source: &'a str,
    letters: Peekable<CharIndices<'a>>,
    tight: String,
    /// What came since the last token.
    gap: Gap,
    /// Whether each open brace is the substitution of a template.
    braces: Vec<bool>,
}

impl Script<'_> {
    fn run(&mut self) {
        while let Some((at, letter)) = self.letters.next() {
            let next = self.letters.peek().map(|(_, next)| *next);
            match (letter, next) {
                ('\n', _) => self.gap = Gap::Line,
                (space, _) if space.is_whitespace() => self.gap = self.gap.max(Gap::Space),
                ('/', Some('/')) => {
                    while self
                        .letters
                        .next_if(|(_, letter)| *letter != '\n')
                        .is_some()
                    {}
                }
                ('/', Some('*')) => self.pass_comment(),
                ('/', _) if self.operand_follows() => {
                    let end = self.end_of_expression();
                    self.copy(at, end);
                }
                ('\'' | '"', _) => {
                    let end = self.end_of_string(letter);
                    self.copy(at, end);
                }
                ('`', _) => self.copy_template(at),
                ('}', _) if self.braces.pop() == Some(true) => self.copy_template(at),
                _ => {
                    if letter == '{' {
                        self.braces.push(false);
                    }
                    self.copy(at, at + letter.len_utf8());
                }
            }
        }
    }

    /// Copies a token, or a letter of one, with as much before it as has to be.
    fn copy(&mut self, from: usize, to: usize) {
        let token = &self.source[from..to];
        let (before, after) = (self.tight.chars().last(), token.chars().next());
        if let (Some(before), Some(after)) = (before, after) {
            // Two signs that would become one, as in `a + +b`.
            let signs = before == after && matches!(before, '+' | '-' | '/');
            let words = is_of_word(before) && is_of_word(after);
            match self.gap {
                Gap::Line
                    if !NEVER_AT_AN_END.contains(before)
                        && !NEVER_AT_A_BEGINNING.contains(after) =>
                {
                    self.tight.push('\n');
                }
                Gap::Line | Gap::Space if words || signs => self.tight.push(' '),
                _ => {}
            }
        }
        self.gap = Gap::None;
        self.tight.push_str(token);
    }

    /// Whether what stands here begins an expression, so that a slash does not divide.
    fn operand_follows(&self) -> bool {
        match self.tight.chars().last() {
            None => true,
            Some(')' | ']' | '}' | '\'' | '"' | '`') => false,
            Some(last) if is_of_word(last) => {
                let word = self.tight.rsplit(|letter| !is_of_word(letter)).next();
                word.is_some_and(|word| WORDS_BEFORE_OPERANDS.contains(&word))
            }
            Some(_) => true,
        }
    }

    fn pass_comment(&mut self) {
        let mut before = ' ';
        self.letters.next();
        for (_, letter) in self.letters.by_ref() {
            match letter {
                '/' if before == '*' => break,
                '\n' => self.gap = Gap::Line,
                _ => self.gap = self.gap.max(Gap::Space),
            }
            before = letter;
        }
    }

    fn end_of_string(&mut self, quote: char) -> usize {
        while let Some((at, letter)) = self.letters.next() {
            match letter {
                '\\' => drop(self.letters.next()),
                letter if letter == quote => return at + 1,
                _ => {}
            }
        }
        self.source.len()
    }

    fn end_of_expression(&mut self) -> usize {
        let mut in_class = false;
        while let Some((at, letter)) = self.letters.next() {
            match letter {
                '\\' => drop(self.letters.next()),
                '[' => in_class = true,
                ']' => in_class = false,
                '/' if !in_class => return at + 1,
                _ => {}
            }
        }
        self.source.len()
    }

    /// Copies a piece of a template, up to its end or to its next substitution.
    fn copy_template(&mut self, from: usize) {
        let mut end = self.source.len();
        while let Some((at, letter)) = self.letters.next() {
            match letter {
                '\\' => drop(self.letters.next()),
                '`' => {
                    end = at + 1;
                    break;
                }
                '$' if self.letters.next_if(|(_, letter)| *letter == '{').is_some() => {
                    self.braces.push(true);
                    end = at + 2;
                    break;
                }
                _ => {}
            }
        }
        self.copy(from, end);
    }
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '$' | '#' | '\\')
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use boa_engine::Source;
    use boa_engine::ast::scope::Scope;
    use boa_engine::interner::{Interner, ToInternedString};
    use boa_engine::parser::Parser;

    use super::tighten;

    /// A script, and what becomes of it.
    const CASES: &[(&str, &str)] = &[
        ("const a = 1; // one\nlet b;\n", "const a=1;let b;"),
        ("/* x\n y */ a\n  b", "a\nb"),
        ("a /* x */ in /* y */ b", "a in b"),
        (
            "'// no' + \"/* no */\" + '\\'//'",
            "'// no'+\"/* no */\"+'\\'//'",
        ),
        (
            "`// ${ `/* ${ a /* x */ + b } ` } no  spaces`",
            "`// ${`/* ${a+b} `} no  spaces`",
        ),
        ("`${ { a: 1 } }  // no`", "`${{a:1}}  // no`"),
        (
            "x = / [/ ] \\/ /g; y = a / b / c;",
            "x=/ [/ ] \\/ /g;y=a/b/c;",
        ),
        ("return / a/u.test(b)", "return/ a/u.test(b)"),
        ("a + +b - -c; d++ + e", "a+ +b- -c;d++ +e"),
        (
            "class A {\n  #a = 1;\n\n  static #b() {}\n\n  get c() {}\n}",
            "class A{#a=1;static #b(){}\nget c(){}}",
        ),
        ("const f = () => {\n}\n(1)", "const f=()=>{}\n(1)"),
        ("a\n  .b()\n  ?.c", "a.b()?.c"),
        ("return\na", "return\na"),
    ];

    #[test]
    fn only_what_people_read_is_taken_out() {
        for &(script, expected) in CASES {
            assert_eq!(tighten(script), expected, "{script}");
        }
    }

    #[test]
    fn each_script_keeps_its_tree() {
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("node")];
        let mut scripts: Vec<PathBuf> = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "js") {
                    scripts.push(path);
                }
            }
        }
        assert!(scripts.len() > 10);
        for script in scripts {
            let source = std::fs::read_to_string(&script).unwrap();
            let tight = tighten(&source);
            assert_eq!(tree(&tight), tree(&source), "{}", script.display());
            assert_eq!(tighten(&tight), tight, "{}", script.display());
        }
    }

    fn tree(script: &str) -> String {
        let script = format!("(function () {{ 'use strict';\n{script}\n}})");
        let mut interner = Interner::default();
        let tree = Parser::new(Source::from_bytes(&script))
            .parse_script(&Scope::new_global(), &mut interner)
            .unwrap_or_else(|error| panic!("{error}: {script}"));
        tree.to_interned_string(&interner)
    }
}
