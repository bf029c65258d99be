//! Code that is only read, coloured as in the lab: keywords by weight, comments soft, strings in the one sand tone. Made
//! when the site is built; no script has to run for it.

mod languages;

use crate::escape::escape;
use languages::Language;

/// The element that a piece of code stands in: the same as in the lab, where `www/styles/lab/code.css` gives them their
/// looks.
const KEYWORD: &str = "b";
const STRING: &str = "i";
const COMMENT: &str = "em";

/// The code as HTML; a language that is not known here stays plain.
pub(crate) fn highlight(code: &str, language: &str) -> String {
    let Some(language) = languages::named(language) else {
        return escape(code);
    };
    let mut html = String::new();
    let mut rest = code;
    while let Some((element, length)) = next_piece(rest, language) {
        let (piece, behind) = rest.split_at(length);
        match element {
            Some(element) => {
                html.push_str(&format!("<{element}>{}</{element}>", escape(piece)));
            }
            None => html.push_str(&escape(piece)),
        }
        rest = behind;
    }
    html
}

/// The element and the length in bytes of what `rest` begins with; `None` at the end.
fn next_piece(rest: &str, language: &Language) -> Option<(Option<&'static str>, usize)> {
    let first = rest.chars().next()?;
    if rest.starts_with(language.line_comment) {
        return Some((Some(COMMENT), rest.find('\n').unwrap_or(rest.len())));
    }
    if let Some((open, close)) = language.block_comment
        && let Some(inner) = rest.strip_prefix(open)
    {
        let length = inner
            .find(close)
            .map_or(rest.len(), |end| open.len() + end + close.len());
        return Some((Some(COMMENT), length));
    }
    if let Some(quote) = language
        .quotes
        .iter()
        .find(|&&quote| rest.starts_with(quote))
    {
        let is_long = language.long_quotes.contains(quote);
        return Some((Some(STRING), string_length(rest, quote, is_long)));
    }
    Some(if is_word(first) {
        let length = word_length(rest);
        let is_keyword = language.keywords.contains(&&rest[..length]);
        (is_keyword.then_some(KEYWORD), length)
    } else if first == '.' {
        // A member may have a keyword's name.
        (None, 1 + word_length(&rest[1..]))
    } else {
        (None, first.len_utf8())
    })
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

fn word_length(text: &str) -> usize {
    text.find(|letter| !is_word(letter)).unwrap_or(text.len())
}

/// The length of a string with its quotes. One that is not closed ends with its line, unless it may be long.
fn string_length(text: &str, quote: &str, is_long: bool) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices() {
        if at < quote.len() {
            continue;
        }
        match letter {
            '\n' if !is_long => return at,
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if text[at..].starts_with(quote) => return at + quote.len(),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use domain::http::Request;

    use super::*;
    use crate::starter::Starter;
    use crate::stills::Stills;

    #[test]
    fn tells_words_strings_and_comments_apart() {
        for (language, code, expected) in [
            (
                "js",
                "const a = '<b>'; // c",
                "<b>const</b> a = <i>&#39;&lt;b&gt;&#39;</i>; <em>// c</em>",
            ),
            (
                "javascript",
                "/* a\n*/ `b\nc` x.default $if if",
                "<em>/* a\n*/</em> <i>`b\nc`</i> x.default $if <b>if</b>",
            ),
            (
                "python",
                "def f(x): # é\n  return '''a\n'b'''",
                "<b>def</b> f(x): <em># é</em>\n  <b>return</b> <i>&#39;&#39;&#39;a\n&#39;b&#39;&#39;&#39;</i>",
            ),
            (
                "python",
                "'' '\\'' x2if",
                "<i>&#39;&#39;</i> <i>&#39;\\&#39;&#39;</i> x2if",
            ),
            (
                "java",
                "\"a\\\"b\" newt new /* open",
                "<i>&quot;a\\&quot;b&quot;</i> newt <b>new</b> <em>/* open</em>",
            ),
            (
                "csharp",
                "'open\nvar x = Kites.in;",
                "<i>&#39;open</i>\n<b>var</b> x = Kites.in;",
            ),
            ("text", "const <a>", "const &lt;a&gt;"),
            ("js", "", ""),
        ] {
            assert_eq!(highlight(code, language), expected, "{language}: {code}");
        }
    }

    /// A reader must not see two ways of colouring JavaScript on one page.
    #[test]
    fn javascript_looks_as_it_does_in_the_lab() {
        let code = "let a = 0; // one\n/* two\nlines */ const b = `x\ny` + 'z\\'' + \"w\";\nasync function f() { return typeof this.default; }\nfor (const k of [null, true, false]) if (k instanceof Map) delete a[k];\nclass C extends D { static m() { yield super.m(); } }\ntry { throw new E(); } catch (e) { } finally { }\nswitch (a) { case 1: break; default: debugger; }\nimport x from 'y'; export { x }; do { continue; } while (!(a in b)); with (a) void 0; var c; await d; else";
        let starter = Starter {
            code: code.to_owned(),
            name: None,
            request: Request::new("GET", "/"),
        };
        let stills = Stills::new().expect("a runtime of one thread");
        let lab = stills.lab(&starter, true);
        let (_, from_code) = lab.split_once("<pre").expect("the code");
        let (_, from_code) = from_code.split_once('>').expect("its tag's end");
        let (in_lab, _) = from_code.split_once("</pre>").expect("its end");
        // The lab draws line by line, and its elements end with their lines.
        let in_lab = in_lab.replace("<span>", "").replace("</span>", "");
        let mut here = highlight(code, "js") + "\n";
        for element in [STRING, COMMENT] {
            let (open, close) = (format!("<{element}>"), format!("</{element}>"));
            here = here
                .split(&open)
                .map(|part| match part.split_once(&close) {
                    Some((inner, behind)) => {
                        format!(
                            "{}{close}{behind}",
                            inner.replace('\n', &format!("{close}\n{open}"))
                        )
                    }
                    None => part.to_owned(),
                })
                .collect::<Vec<_>>()
                .join(&open);
        }
        let plain_quotes = |html: &str| {
            html.replace("&#39;", "'")
                .replace("&#x27;", "'")
                .replace("&quot;", "\"")
        };
        assert_eq!(plain_quotes(&here), plain_quotes(&in_lab));
    }
}
