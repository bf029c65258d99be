//! Query strings.

/// The pairs of a query string (without `?`) in their order, decoded: `%20` and `+` become spaces, a key without
/// `=` has the empty value, bytes that are no UTF-8 become U+FFFD.
pub fn parse_query(query: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_pairs() {
        for (query, expected) in [
            ("", &[] as &[(&str, &str)]),
            ("colour=red", &[("colour", "red")]),
            (
                "colour=sky%20blue&n=2",
                &[("colour", "sky blue"), ("n", "2")],
            ),
            ("a+b=c+d&a+b=", &[("a b", "c d"), ("a b", "")]),
            ("flag&=x", &[("flag", ""), ("", "x")]),
            ("bad=%zz%ff", &[("bad", "%zz\u{fffd}")]),
        ] {
            let pairs = parse_query(query);
            let pairs: Vec<(&str, &str)> = pairs
                .iter()
                .map(|(key, value)| (key.as_str(), value.as_str()))
                .collect();
            assert_eq!(pairs, expected, "{query}");
        }
    }
}
