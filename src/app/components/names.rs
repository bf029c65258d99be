//! Names that must not be said twice on a page: those of regions, for people, and those of elements, for `aria`.

use yew::AttrValue;

/// The names of one lab. A lab alone on its page keeps the plain ones.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Names {
    label: AttrValue,
    prefix: String,
}

impl Names {
    /// The names of the lab with this label, which tells it from others on the page; empty if it is alone.
    pub(crate) fn new(label: AttrValue) -> Names {
        let word = |character: char| {
            if character.is_ascii_alphanumeric() {
                character
            } else {
                '-'
            }
        };
        let prefix = match label.as_str() {
            "" => "lab".to_owned(),
            label => format!(
                "lab-{}",
                label
                    .to_ascii_lowercase()
                    .chars()
                    .map(word)
                    .collect::<String>()
            ),
        };
        Names { label, prefix }
    }

    /// A region's name: `Playground`, or `Playground: kites`.
    pub(crate) fn region(&self, name: &str) -> String {
        if self.label.is_empty() {
            name.to_owned()
        } else {
            format!("{name}: {}", self.label)
        }
    }

    /// An element's id, which no other lab has.
    pub(crate) fn id(&self, part: &str) -> String {
        format!("{}-{part}", self.prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_labs_in_company_say_their_label() {
        let alone = Names::new(AttrValue::from(""));
        assert_eq!(
            (alone.region("Bill"), alone.id("form")),
            ("Bill".to_owned(), "lab-form".to_owned())
        );
        let kites = Names::new(AttrValue::from("Red kites"));
        assert_eq!(kites.region("Bill"), "Bill: Red kites");
        assert_eq!(kites.id("form"), "lab-red-kites-form");
    }
}
