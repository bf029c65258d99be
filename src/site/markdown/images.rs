//! An image that stands alone in its paragraph is a figure: `![what it shows](name.svg "caption")`.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Reader, Spanned, until};
use crate::diagnostic::Source;
use crate::escape::escape;
use crate::inline_svg;

impl<'a> Reader<'a, '_> {
    /// The figure, if this paragraph holds an image and nothing else. It is empty if the image is of no use.
    pub(super) fn image_alone(&mut self, events: &[Spanned<'a>]) -> Option<String> {
        let (
            Event::Start(Tag::Image {
                dest_url, title, ..
            }),
            range,
        ) = events.get(1)?
        else {
            return None;
        };
        let behind = 1 + until(&events[1..], TagEnd::Image);
        if events.get(behind)?.0 != Event::End(TagEnd::Paragraph) {
            return None;
        }
        let alternative: String = events[2..behind]
            .iter()
            .filter_map(|(event, _)| match event {
                Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
                _ => None,
            })
            .collect();
        if alternative.trim().is_empty() {
            self.found.push(self.source.mistake_at(
                range.start,
                "this image has no text alternative",
                "Say what it shows between the brackets: `![what it shows](name.svg)`.",
            ));
        }
        let svg = self.diagram(dest_url, range.start).unwrap_or_default();
        let caption = match title.trim() {
            "" => String::new(),
            title => format!("<figcaption>{}</figcaption>", escape(title)),
        };
        Some(format!(
            "<figure class=\"diagram\">{svg}{caption}</figure>\n"
        ))
    }

    fn diagram(&mut self, name: &str, at: usize) -> Option<String> {
        let is_plain_name = |stem: &str| {
            !stem.is_empty()
                && stem
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
        };
        if !name.strip_suffix(".svg").is_some_and(is_plain_name) {
            self.found.push(self.source.mistake_at(
                at,
                format!("`{name}` is no diagram"),
                "A lesson shows SVG files that lie beside it: `![what it shows](name.svg)`.",
            ));
            return None;
        }
        let Some(text) = (self.surroundings.read_file)(name) else {
            self.found.push(self.source.mistake_at(
                at,
                format!("there is no `{name}` beside this lesson"),
                "Check the name, or put the file there.",
            ));
            return None;
        };
        let folder = self
            .source
            .file
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        let file = format!("{folder}/{name}");
        inline_svg::inline(Source::new(&file, &text), self.found)
    }
}
