//! Paths with placeholders: `/kites/{id}`, `/{proxy+}`.

/// Matches `path` against a resource with placeholders and gives their values in order; `None` if it does not match.
/// `{name}` takes one segment, `{name+}` at the end takes the rest. Values stay as they are in the path.
pub fn match_path(resource: &str, path: &str) -> Option<Vec<(String, String)>> {
    let mut values = Vec::new();
    let mut rest = path
        .trim_matches('/')
        .split('/')
        .filter(|segment| !segment.is_empty());
    for part in resource
        .trim_matches('/')
        .split('/')
        .filter(|part| !part.is_empty())
    {
        match part
            .strip_prefix('{')
            .and_then(|part| part.strip_suffix('}'))
        {
            Some(name) => match name.strip_suffix('+') {
                Some(name) => {
                    let all = rest.by_ref().collect::<Vec<_>>().join("/");
                    if all.is_empty() {
                        return None;
                    }
                    values.push((name.to_owned(), all));
                }
                None => values.push((name.to_owned(), rest.next()?.to_owned())),
            },
            None if rest.next() == Some(part) => {}
            None => return None,
        }
    }
    rest.next().is_none().then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_placeholders() {
        for (resource, path, expected) in [
            (
                "/kites/{id}",
                "/kites/7",
                Some(&[("id", "7")] as &[(&str, &str)]),
            ),
            ("/kites/{id}", "/kites", None),
            ("/kites/{id}", "/kites/7/tail", None),
            ("/{proxy+}", "/kites/7", Some(&[("proxy", "kites/7")])),
            ("/{proxy+}", "/", None),
            ("/", "/", Some(&[])),
            ("/a/{b}/{c+}", "/a/1/2/3", Some(&[("b", "1"), ("c", "2/3")])),
        ] {
            let found = match_path(resource, path);
            let expected = expected.map(|pairs| {
                pairs
                    .iter()
                    .map(|&(name, value)| (name.to_owned(), value.to_owned()))
                    .collect::<Vec<_>>()
            });
            assert_eq!(found, expected, "{resource} {path}");
        }
    }
}
