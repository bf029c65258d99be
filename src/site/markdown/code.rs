//! Fences within an article.

use domain::http::Request;
use pulldown_cmark::{CodeBlockKind, Event, TagEnd};

use super::tabs::{Tab, is_tab};
use super::{Piece, Reader, Shows, Spanned, until};
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
                caption,
            }) => {
                let pre = pre(&code, &language, None);
                let html = match caption {
                    Some(caption) => format!(
                        "<figure>{pre}<figcaption>{}</figcaption></figure>\n",
                        escape(&caption)
                    ),
                    None => pre + "\n",
                };
                self.written.push(Event::Html(html.into()));
            }
            Ok(_) if self.depth > 0 => self.found.push(self.source.mistake_at(
                at,
                format!("`{info}` stands within a list or a quotation"),
                "Put it between two paragraphs.",
            )),
            Ok(Fence::Code {
                language,
                tab: Some(name),
                caption,
            }) => {
                self.open_tabs.push(Tab {
                    name,
                    caption,
                    language,
                    code,
                    at,
                });
                // The next fence may belong to the same tabs.
                let goes_on = events.get(count).is_some_and(|(event, _)| is_tab(event));
                if !goes_on {
                    self.close_tabs();
                }
            }
            Ok(Fence::Handler { .. } | Fence::Example { .. }) if code.trim().is_empty() => {
                self.found.push(self.source.mistake_at(
                    at,
                    "this handler has no code",
                    "Write what the reader finds at first.",
                ))
            }
            Ok(Fence::Handler { name, request }) => {
                let line = self.source.line_at(at);
                self.piece(Piece::Lab {
                    starter: starter(&code, name, request),
                    line,
                });
            }
            Ok(Fence::Example { request }) => {
                let html = pre(&code, "js", None) + "\n";
                self.written.push(Event::Html(html.into()));
                self.piece(Piece::Example(starter(&code, None, request)));
            }
            Ok(fence @ (Fence::RunFigure | Fence::CostFigure)) => {
                let first_line = self.source.line_at(at) + 1;
                let shows = if fence == Fence::CostFigure {
                    Shows::Costs
                } else {
                    Shows::Timeline
                };
                self.piece(Piece::RunFigure {
                    body: code,
                    first_line,
                    shows,
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

/// Code to read. It can be wider than the page, so the keyboard has to reach it, and then it needs a role and a name.
pub(super) fn pre(code: &str, language: &str, name: Option<&str>) -> String {
    format!(
        "<pre tabindex=\"0\" role=\"group\" aria-label=\"{}\"><code class=\"language-{}\">{}</code></pre>",
        escape(name.unwrap_or("Code")),
        escape(language),
        highlight(code, language)
    )
}

fn starter(code: &str, name: Option<String>, request: Request) -> Starter {
    Starter {
        code: code.strip_suffix('\n').unwrap_or(code).to_owned(),
        name,
        request,
    }
}
