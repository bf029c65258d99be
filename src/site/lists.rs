//! Lists that a page asks for with a word in braces. They are made of what the code itself uses, so that a page cannot
//! fall behind it.

use domain::cloud::{Assumption, assumptions};

use crate::{Failure, read_text};

/// What the engine lacks against Node.js, as a test of the engine watches it: in plain words, code that shows it, what
/// Node.js answers, what is answered here.
const GAPS: &str = "src/engine/tests/gaps.json";

/// Where a page says what the simulation assumes.
const ASSUMPTIONS_PLACE: &str = "{assumptions}\n";

/// Where a page says what is missing.
const GAPS_PLACE: &str = "{gaps}\n";

/// The text of a page with its lists in it, as Markdown.
pub(crate) fn fill(text: &str) -> Result<String, Failure> {
    let text = text.replace(ASSUMPTIONS_PLACE, &assumptions_text());
    if text.contains(GAPS_PLACE) {
        Ok(text.replace(GAPS_PLACE, &gaps_text()?))
    } else {
        Ok(text)
    }
}

/// All gaps in Markdown, a section each.
fn gaps_text() -> Result<String, Failure> {
    let gaps: Vec<[String; 4]> = serde_json::from_str(&read_text(GAPS)?)
        .map_err(|error| Failure::build(format!("{GAPS}: {error}")))?;
    let code = |text: &str| match text {
        "" => "nothing".to_owned(),
        text if text.contains('`') => format!("`` {text} ``"),
        text => format!("`{text}`"),
    };
    let section = |[title, source, node, here]: [String; 4]| {
        let (node, here) = (code(&node), code(&here));
        format!("## {title}\n\n```js\n{source}\n```\n\n*Node.js:* {node}. *Here:* {here}.\n\n")
    };
    Ok(gaps.into_iter().map(section).collect())
}

/// All assumptions in Markdown, a section each.
fn assumptions_text() -> String {
    let section = |known: Assumption| {
        let Assumption {
            about,
            here,
            source,
            date,
            change,
        } = known;
        let from = if date.is_empty() {
            String::new()
        } else {
            format!(" ({date})")
        };
        format!(
            "## {about}\n\n{here}\n\n*What is known*{from}*:* {source}\n\n*To change it:* {change}.\n\n"
        )
    };
    assumptions().into_iter().map(section).collect()
}
