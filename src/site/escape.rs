//! Text into HTML. Whatever an author wrote ends here, in one of two places: between tags, or in a quoted attribute.

/// `text` as it has to stand in HTML, between tags and between double quotes alike.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Whether an address may stand in a link: a place on the page or the site, a web page, a mail address. Everything else
/// (`javascript:`, `data:`) could run code.
pub(crate) fn is_safe_address(address: &str) -> bool {
    let is_plain = !address
        .chars()
        .any(|character| character.is_control() || character == ' ');
    let before_path = address.split(['/', '?', '#']).next().unwrap_or_default();
    let scheme = before_path
        .split_once(':')
        .map(|(scheme, _)| scheme.to_ascii_lowercase());
    is_plain && matches!(scheme.as_deref(), None | Some("http" | "https" | "mailto"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_nothing_that_could_end_a_text_or_an_attribute() {
        assert_eq!(
            escape(r#"<b a="1" c='2'>&amp;"#),
            "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;"
        );
    }

    #[test]
    fn knows_addresses_that_could_run_code() {
        for (address, safe) in [
            ("#anatomy", true),
            ("../kites?a=b:c", true),
            ("https://docs.aws.amazon.com/lambda/", true),
            ("mailto:a@example.org", true),
            ("javascript:alert(1)", false),
            ("JaVaScRiPt:alert(1)", false),
            ("java\tscript:alert(1)", false),
            (" javascript:alert(1)", false),
            ("data:text/html,x", false),
            ("vbscript:x", false),
        ] {
            assert_eq!(is_safe_address(address), safe, "{address:?}");
        }
    }
}
