//! Fences within an article.

use pulldown_cmark::{CodeBlockKind, Event, TagEnd};

use super::tabs::{Tab, is_tab};
use super::{Piece, Reader, Spanned, until};
use crate::escape::escape;
use crate::fences::{Fence, FenceError, parse};
use crate::highlight::highlight;
use crate::starter::Starter;

impl<'a> Reader<'a, '_> {
    /// Reads a code block; returns how many events that were.
    pub(super) fn code_block(&mut self, kind: &CodeBlockKind<'a>, events: &[Spanned<'a>]) -> usize {
        let count = until(events, TagEnd::CodeBlock);
        let at = events[0].1.start;
        let code: String = events[..count]
            .iter()
            .filter_map(|(event, _)| match event {
                Event::Text(text) => Some(text.as_ref()),
                _ => None,
            })
            .collect();
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.as_ref(),
            CodeBlockKind::Indented => "",
        };
        match parse(info) {
            Ok(Fence::Code {
                language,
                tab: None,
            }) => {
                let html = format!(
                    "<pre tabindex=\"0\"><code class=\"language-{}\">{}</code></pre>\n",
                    escape(&language),
                    highlight(&code, &language)
                );
                self.written.push(Event::Html(html.into()));
            }
            Ok(Fence::Code {
                language,
                tab: Some(tab),
            }) => {
                self.open_tabs.push(Tab {
                    name: tab,
                    language,
                    code,
                });
                // The next fence may belong to the same tabs.
                let goes_on = events.get(count).is_some_and(|(event, _)| is_tab(event));
                if !goes_on {
                    self.close_tabs();
                }
            }
            Ok(_) if self.depth > 0 => self.found.push(self.source.mistake_at(
                at,
                format!("`{info}` stands within a list or a quotation"),
                "Put it between two paragraphs.",
            )),
            Ok(Fence::Handler { .. }) if code.trim().is_empty() => {
                self.found.push(self.source.mistake_at(
                    at,
                    "this handler has no code",
                    "Write what the reader finds at first.",
                ))
            }
            Ok(Fence::Handler { name, request }) => {
                let code = code.strip_suffix('\n').unwrap_or(&code).to_owned();
                let line = self.source.line_at(at);
                self.piece(Piece::Lab {
                    starter: Starter {
                        code,
                        name,
                        request,
                    },
                    line,
                });
            }
            Ok(Fence::RunFigure) => {
                let first_line = self.source.line_at(at) + 1;
                self.piece(Piece::RunFigure {
                    body: code,
                    first_line,
                });
            }
            Err(FenceError { message, hint }) => {
                self.found.push(self.source.mistake_at(at, message, hint));
            }
        }
        count
    }

    fn piece(&mut self, piece: Piece) {
        self.flush();
        self.article.pieces.push(piece);
    }
}
