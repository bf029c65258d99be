//! Several pieces of code in one place, of which the reader chooses: radio buttons and style sheets, no script. Without
//! styles, and on paper, all of them stand below each other.

use pulldown_cmark::{CodeBlockKind, Event, Tag as MarkdownTag};

use super::Reader;
use crate::escape::escape;
use crate::fences::{Fence, parse};
use crate::highlight::highlight;

/// One of the pieces.
#[derive(Clone, Debug)]
pub(super) struct Tab {
    pub(super) name: String,
    pub(super) language: String,
    pub(super) code: String,
}

/// Whether an event begins a piece of code that has a tab.
pub(super) fn is_tab(event: &Event<'_>) -> bool {
    match event {
        Event::Start(MarkdownTag::CodeBlock(CodeBlockKind::Fenced(info))) => {
            matches!(parse(info), Ok(Fence::Code { tab: Some(_), .. }))
        }
        _ => false,
    }
}

impl Reader<'_, '_> {
    /// Writes the pieces that were gathered.
    pub(super) fn close_tabs(&mut self) {
        let tabs = std::mem::take(&mut self.open_tabs);
        self.tab_groups += 1;
        let group = format!("tabs-{}", self.tab_groups);
        let mut html = String::from("<fieldset class=\"code-tabs\"><legend>Language</legend>\n");
        for (index, tab) in tabs.iter().enumerate() {
            let checked = if index == 0 { " checked" } else { "" };
            html.push_str(&format!(
                "<input type=\"radio\" name=\"{group}\" id=\"{group}-{index}\"{checked}><label for=\"{group}-{index}\">{}</label>\n",
                escape(&tab.name)
            ));
        }
        for Tab {
            name,
            language,
            code,
        } in &tabs
        {
            html.push_str(&format!(
                "<pre tabindex=\"0\" aria-label=\"{}\"><code class=\"language-{}\">{}</code></pre>\n",
                escape(name),
                escape(language),
                highlight(code, language)
            ));
        }
        html.push_str("</fieldset>\n");
        self.written.push(Event::Html(html.into()));
    }
}
