//! The words of a shell command: quotes, escapes and continued lines, as in a POSIX shell.

use super::{PasteError, error_at};

/// A word with the byte offset at which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) offset: usize,
}

/// Splits the command that begins at `from`. It ends at the end of the text, or where a shell would begin another
/// command.
pub(super) fn words(text: &str, from: usize) -> Result<Vec<Word>, PasteError> {
    let mut words: Vec<Word> = Vec::new();
    let mut current: Option<Word> = None;
    let mut letters = text[from..]
        .char_indices()
        .map(|(at, letter)| (at + from, letter))
        .peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                // A line that goes on.
                Some((_, '\n')) => {}
                Some((_, '\r')) if letters.next_if(|&(_, next)| next == '\n').is_some() => {}
                Some((_, escaped)) => push(&mut current, at, escaped),
                None => push(&mut current, at, '\\'),
            },
            '\'' => {
                current.get_or_insert_with(|| Word {
                    text: String::new(),
                    offset: at,
                });
                let closed = take_until(&mut letters, '\'', &mut current);
                closed.ok_or_else(|| unclosed(text, at, '\''))?;
            }
            '"' => {
                current.get_or_insert_with(|| Word {
                    text: String::new(),
                    offset: at,
                });
                double_quoted(&mut letters, &mut current).ok_or_else(|| unclosed(text, at, '"'))?;
            }
            '$' if letters.next_if(|&(_, next)| next == '\'').is_some() => {
                current.get_or_insert_with(|| Word {
                    text: String::new(),
                    offset: at,
                });
                ansi_quoted(&mut letters, &mut current).ok_or_else(|| unclosed(text, at, '\''))?;
            }
            '\n' | ';' | '|' if current.is_some() || !words.is_empty() => break,
            letter if letter.is_whitespace() => words.extend(current.take()),
            letter => push(&mut current, at, letter),
        }
    }
    words.extend(current);
    Ok(words)
}

/// Adds a letter to the word, which begins here if it has not begun before.
fn push(current: &mut Option<Word>, at: usize, letter: char) {
    current
        .get_or_insert_with(|| Word {
            text: String::new(),
            offset: at,
        })
        .text
        .push(letter);
}

fn take_until(
    letters: &mut impl Iterator<Item = (usize, char)>,
    end: char,
    current: &mut Option<Word>,
) -> Option<()> {
    loop {
        match letters.next()? {
            (_, letter) if letter == end => return Some(()),
            (_, letter) => current.as_mut()?.text.push(letter),
        }
    }
}

fn double_quoted(
    letters: &mut impl Iterator<Item = (usize, char)>,
    current: &mut Option<Word>,
) -> Option<()> {
    loop {
        match letters.next()?.1 {
            '"' => return Some(()),
            '\\' => match letters.next()?.1 {
                '\n' => {}
                escaped @ ('"' | '\\' | '$' | '`') => current.as_mut()?.text.push(escaped),
                other => current.as_mut()?.text.extend(['\\', other]),
            },
            letter => current.as_mut()?.text.push(letter),
        }
    }
}

/// `$'…'`, which browsers write when they copy a request with line breaks or quotes in it.
fn ansi_quoted(
    letters: &mut impl Iterator<Item = (usize, char)>,
    current: &mut Option<Word>,
) -> Option<()> {
    loop {
        let letter = match letters.next()?.1 {
            '\'' => return Some(()),
            '\\' => match letters.next()?.1 {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                '0' => '\0',
                'u' => {
                    let mut digits = String::new();
                    for _ in 0..4 {
                        digits.push(letters.next()?.1);
                    }
                    u32::from_str_radix(&digits, 16)
                        .ok()
                        .and_then(char::from_u32)
                        .unwrap_or('\u{fffd}')
                }
                other => other,
            },
            letter => letter,
        };
        current.as_mut()?.text.push(letter);
    }
}

fn unclosed(text: &str, at: usize, quote: char) -> PasteError {
    error_at(
        text,
        at,
        format!("The quote {quote} is not closed"),
        "Copy the whole command, to its last line.",
    )
}
