//! Whether a licence expression, as crates write it, can be met with licences that are on a list.
//!
//! An expression joins names with `OR`, `AND` and parentheses; `WITH` adds an exception to a name; old crates write `/` for `OR`.

/// Whether some choice that the expression leaves consists of accepted licences; `None` if it cannot be read.
pub(crate) fn is_met(expression: &str, accepted: &[&str]) -> Option<bool> {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let mut words = Words {
        rest: spaced.split_whitespace().collect(),
        accepted,
    };
    let met = words.alternatives()?;
    words.rest.is_empty().then_some(met)
}

/// The words that are still to be read.
struct Words<'a> {
    rest: Vec<&'a str>,
    accepted: &'a [&'a str],
}

impl Words<'_> {
    fn alternatives(&mut self) -> Option<bool> {
        let mut met = self.conjunction()?;
        while self.next_is("OR") {
            met |= self.conjunction()?;
        }
        Some(met)
    }

    fn conjunction(&mut self) -> Option<bool> {
        let mut met = self.licence()?;
        while self.next_is("AND") {
            met &= self.licence()?;
        }
        Some(met)
    }

    fn licence(&mut self) -> Option<bool> {
        if self.next_is("(") {
            let met = self.alternatives()?;
            return self.next_is(")").then_some(met);
        }
        let mut name = self.name()?.to_owned();
        if self.next_is("WITH") {
            name = format!("{name} WITH {}", self.name()?);
        }
        Some(self.accepted.contains(&name.as_str()))
    }

    fn name(&mut self) -> Option<&str> {
        let first = *self.rest.first()?;
        if ["OR", "AND", "WITH", "(", ")"].contains(&first) {
            return None;
        }
        Some(self.rest.remove(0))
    }

    fn next_is(&mut self, word: &str) -> bool {
        let found = self.rest.first() == Some(&word);
        if found {
            self.rest.remove(0);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_met_by_what_is_accepted() {
        let accepted = ["MIT", "ISC", "Apache-2.0 WITH LLVM-exception"];
        for (expression, met) in [
            ("MIT", Some(true)),
            ("GPL-3.0", Some(false)),
            ("MIT OR GPL-3.0", Some(true)),
            ("MIT/GPL-3.0", Some(true)),
            ("MIT AND GPL-3.0", Some(false)),
            ("MIT AND (GPL-3.0 OR ISC)", Some(true)),
            ("(GPL-3.0 OR MIT) AND GPL-2.0", Some(false)),
            ("GPL-3.0 AND GPL-2.0 OR MIT", Some(true)),
            ("Apache-2.0 WITH LLVM-exception", Some(true)),
            ("Apache-2.0", Some(false)),
            ("MIT WITH something", Some(false)),
            ("", None),
            ("MIT OR", None),
            ("(MIT", None),
            ("MIT ISC", None),
        ] {
            assert_eq!(is_met(expression, &accepted), met, "{expression}");
        }
    }
}
