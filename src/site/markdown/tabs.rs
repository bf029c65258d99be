//! Several pieces of code in one place, of which the reader chooses: radio buttons and style sheets, no script. Without
//! styles, and on paper, all of them stand below each other, each with its name.

use pulldown_cmark::{CodeBlockKind, Event, Tag as MarkdownTag};

use super::Reader;
use super::code::pre;
use crate::escape::escape;
use crate::fences::{Fence, parse};

/// The style sheet (`www/styles/prose/code.css`) knows that many; one more would never be seen.
const MOST_TABS: usize = 4;

/// One of the pieces.
#[derive(Clone, Debug)]
pub(super) struct Tab {
    /// What the reader chooses it by.
    pub(super) name: String,
    /// What is said below it.
    pub(super) caption: Option<String>,
    pub(super) language: String,
    pub(super) code: String,
    /// The byte where its fence begins.
    pub(super) at: usize,
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
        self.check_tabs(&tabs);
        self.tab_groups += 1;
        // Headings give names without a dot, so these cannot meet theirs.
        let group = format!("tabs.{}", self.tab_groups);
        let mut html = String::from("<fieldset class=\"code-tabs\"><legend>Language</legend>\n");
        for (index, tab) in tabs.iter().enumerate() {
            let checked = if index == 0 { " checked" } else { "" };
            html.push_str(&format!(
                "<input type=\"radio\" name=\"{group}\" id=\"{group}.{index}\"{checked}><label for=\"{group}.{index}\">{}</label>\n",
                escape(&tab.name)
            ));
        }
        for tab in &tabs {
            let caption = tab.caption.as_deref().unwrap_or_default();
            html.push_str(&format!(
                "<figure>{}<figcaption><b>{}</b> {}</figcaption></figure>\n",
                pre(&tab.code, &tab.language, Some(&tab.name)),
                escape(&tab.name),
                escape(caption)
            ));
        }
        html.push_str("</fieldset>\n");
        self.written.push(Event::Html(html.into()));
    }

    fn check_tabs(&mut self, tabs: &[Tab]) {
        let mut refuse = |tab: &Tab, message: String, hint: &str| {
            self.found
                .push(self.source.mistake_at(tab.at, message, hint));
        };
        if let [alone] = tabs {
            refuse(
                alone,
                format!("the tab `{}` stands alone", alone.name),
                "Put the fences of one group directly behind each other, or leave `tab=` out.",
            );
        }
        for (index, tab) in tabs.iter().enumerate() {
            if tab.name.trim().is_empty() {
                refuse(
                    tab,
                    "this tab has no name".to_owned(),
                    "Write it like `tab=\"Python\"`.",
                );
            } else if tabs[..index].iter().any(|earlier| earlier.name == tab.name) {
                refuse(
                    tab,
                    format!("a second tab `{}`", tab.name),
                    "Give each tab of a group a name of its own.",
                );
            }
            if index == MOST_TABS {
                refuse(
                    tab,
                    format!("more than {MOST_TABS} tabs in one place"),
                    "Leave some out, or put a paragraph between two groups.",
                );
            }
        }
    }
}
