//! The still text of the code, coloured as the editor will colour it, so that nothing changes under the reader's eyes
//! when the editor takes its place. Only what is told apart there is told apart here: keywords, strings, comments.

/// How a piece of code is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CodeStyle {
    /// As it is.
    Plain,
    /// A word of the language.
    Keyword,
    /// A string.
    Text,
    /// A comment.
    Comment,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CodePiece {
    /// How it is shown.
    pub(crate) style: CodeStyle,
    /// The text.
    pub(crate) text: String,
}

const KEYWORDS: [&str; 42] = [
    "async",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "import",
    "in",
    "instanceof",
    "let",
    "new",
    "null",
    "of",
    "return",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "var",
    "void",
    "while",
    "with",
    "yield",
    "from",
];

/// The lines of a JavaScript text. Regular expressions are not told from divisions; they stay plain.
pub(crate) fn code_lines(source: &str) -> Vec<Vec<CodePiece>> {
    let mut lines = vec![Vec::new()];
    let mut rest = source;
    while let Some((style, length)) = next_piece(rest) {
        let (piece, after) = rest.split_at(length);
        for (index, text) in piece.split('\n').enumerate() {
            if index > 0 {
                lines.push(Vec::new());
            }
            if !text.is_empty() {
                push(&mut lines, style, text);
            }
        }
        rest = after;
    }
    lines
}

fn push(lines: &mut [Vec<CodePiece>], style: CodeStyle, text: &str) {
    let Some(line) = lines.last_mut() else { return };
    match line.last_mut() {
        Some(last) if last.style == style => last.text.push_str(text),
        _ => line.push(CodePiece {
            style,
            text: text.to_owned(),
        }),
    }
}

/// The style and the length in bytes of what `rest` begins with; `None` at the end.
fn next_piece(rest: &str) -> Option<(CodeStyle, usize)> {
    let first = rest.chars().next()?;
    // Beyond ASCII nearly everything that stands in code is a letter.
    let is_word = |character: char| {
        character.is_ascii_alphanumeric() || !character.is_ascii() || matches!(character, '_' | '$')
    };
    Some(if rest.starts_with("//") {
        (CodeStyle::Comment, rest.find('\n').unwrap_or(rest.len()))
    } else if let Some(comment) = rest.strip_prefix("/*") {
        (
            CodeStyle::Comment,
            comment.find("*/").map_or(rest.len(), |end| end + 4),
        )
    } else if matches!(first, '\'' | '"' | '`') {
        (CodeStyle::Text, string_length(rest, first))
    } else if is_word(first) {
        let length = rest
            .find(|character| !is_word(character))
            .unwrap_or(rest.len());
        let is_keyword = KEYWORDS.contains(&&rest[..length]);
        (
            if is_keyword {
                CodeStyle::Keyword
            } else {
                CodeStyle::Plain
            },
            length,
        )
    } else if first == '.' {
        // A member may have a keyword's name.
        let length = rest[1..]
            .find(|character| !is_word(character))
            .map_or(rest.len(), |end| end + 1);
        (CodeStyle::Plain, length)
    } else {
        (CodeStyle::Plain, first.len_utf8())
    })
}

/// The length of a string with its quotes. One that is not closed ends with its line, unless it is a template.
fn string_length(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '\n' if quote != '`' => return at,
            _ if character == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keywords in `*`, strings in `"`, comments in `#`.
    fn marked(source: &str) -> Vec<String> {
        let mark = |piece: &CodePiece| match piece.style {
            CodeStyle::Plain => piece.text.clone(),
            CodeStyle::Keyword => format!("*{}*", piece.text),
            CodeStyle::Text => format!("«{}»", piece.text),
            CodeStyle::Comment => format!("#{}#", piece.text),
        };
        code_lines(source)
            .iter()
            .map(|line| line.iter().map(mark).collect())
            .collect()
    }

    #[test]
    fn tells_words_strings_and_comments_apart() {
        for (source, expected) in [
            ("", &[""] as &[&str]),
            (
                "let a = 'it\\'s';  // b",
                &["*let* a = «'it\\'s'»;  #// b#"],
            ),
            ("a\n\nb", &["a", "", "b"]),
            ("/* a\nb */ c", &["#/* a#", "#b */# c"]),
            ("x.default(letter)", &["x.default(letter)"]),
            ("`a\nb` 'open\nc", &["«`a»", "«b`» «'open»", "c"]),
            ("'é' + \"ü\"", &["«'é'» + «\"ü\"»"]),
        ] {
            assert_eq!(marked(source), expected, "{source}");
        }
    }

    #[test]
    fn nothing_of_the_text_is_lost() {
        let source = "exports.h = async () => {\n  /* x */ return `a ${b}`; // end";
        let lines: Vec<String> = code_lines(source)
            .into_iter()
            .map(|line| line.into_iter().map(|piece| piece.text).collect())
            .collect();
        assert_eq!(lines.join("\n"), source);
    }
}
