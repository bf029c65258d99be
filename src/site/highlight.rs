//! Code that is only read, coloured as in the lab: keywords by weight, comments soft, strings in the one sand tone. Made
//! when the site is built; no script has to run for it.

use crate::escape::escape;

/// What has to be known of a language to colour it.
struct Language {
    names: &'static [&'static str],
    line_comment: &'static str,
    quotes: &'static [char],
    keywords: &'static [&'static str],
}

const LANGUAGES: [Language; 4] = [
    Language {
        names: &["js", "javascript"],
        line_comment: "//",
        quotes: &['\'', '"', '`'],
        keywords: &[
            "async", "await", "case", "catch", "class", "const", "else", "export", "false",
            "finally", "for", "function", "if", "import", "let", "new", "null", "of", "return",
            "switch", "throw", "true", "try", "var", "while",
        ],
    },
    Language {
        names: &["python"],
        line_comment: "#",
        quotes: &['\'', '"'],
        keywords: &[
            "and", "as", "class", "def", "elif", "else", "except", "finally", "for", "from",
            "global", "if", "import", "in", "is", "lambda", "None", "not", "or", "raise", "return",
            "try", "while", "with",
        ],
    },
    Language {
        names: &["java"],
        line_comment: "//",
        quotes: &['"', '\''],
        keywords: &[
            "catch",
            "class",
            "else",
            "extends",
            "final",
            "for",
            "if",
            "implements",
            "import",
            "int",
            "new",
            "null",
            "package",
            "private",
            "public",
            "return",
            "static",
            "throw",
            "throws",
            "try",
            "void",
            "while",
        ],
    },
    Language {
        names: &["csharp"],
        line_comment: "//",
        quotes: &['"', '\''],
        keywords: &[
            "async",
            "await",
            "catch",
            "class",
            "else",
            "for",
            "foreach",
            "if",
            "int",
            "namespace",
            "new",
            "null",
            "private",
            "public",
            "return",
            "static",
            "string",
            "this",
            "throw",
            "try",
            "using",
            "var",
            "void",
        ],
    },
];

/// The code as HTML; a language that is not known here stays plain.
pub(crate) fn highlight(code: &str, language: &str) -> String {
    let Some(language) = LANGUAGES
        .iter()
        .find(|known| known.names.contains(&language))
    else {
        return escape(code);
    };
    let mut html = String::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let (length, tag) = if rest.starts_with(language.line_comment) {
            (rest.find('\n').unwrap_or(rest.len()), "em")
        } else if language.quotes.contains(&first) {
            (string_length(rest, first), "i")
        } else if first.is_alphabetic() || first == '_' {
            let length = rest
                .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
                .unwrap_or(rest.len());
            (
                length,
                if language.keywords.contains(&&rest[..length]) {
                    "b"
                } else {
                    ""
                },
            )
        } else {
            (first.len_utf8(), "")
        };
        let (token, behind) = rest.split_at(length);
        match tag {
            "" => html.push_str(&escape(token)),
            tag => html.push_str(&format!("<{tag}>{}</{tag}>", escape(token))),
        }
        rest = behind;
    }
    html
}

/// How long a string is that begins with this quote, both quotes included; it ends with the line at the latest.
fn string_length(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            '\n' if quote != '`' => return at,
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if letter == quote => return at + letter.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_what_it_knows_and_escapes_everything() {
        for (language, code, expected) in [
            (
                "js",
                "const a = '<b>'; // c",
                "<b>const</b> a = <i>&#39;&lt;b&gt;&#39;</i>; <em>// c</em>",
            ),
            (
                "python",
                "def f(x): # é\n  return x",
                "<b>def</b> f(x): <em># é</em>\n  <b>return</b> x",
            ),
            (
                "java",
                "\"a\\\"b\" newt new",
                "<i>&quot;a\\&quot;b&quot;</i> newt <b>new</b>",
            ),
            ("csharp", "'open\nvar", "<i>&#39;open</i>\n<b>var</b>"),
            ("text", "const <a>", "const &lt;a&gt;"),
        ] {
            assert_eq!(highlight(code, language), expected);
        }
    }
}
