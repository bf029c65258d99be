//! The container pool: its status, what the cloud is like, and the run as a picture or a table.

use std::rc::Rc;

use domain::cloud::Plan;
use yew::prelude::*;

use super::controls::button;
use super::invite::Invite;
use super::markup::{Markup, element};
use super::names::Names;
use super::part::{Part, draw};
use super::run_views::ShownRun;
use super::settings_line::SettingsLine;
use super::tabs::{Tab, tab_list};
use crate::model::{Msg, PoolView};

/// What the panel shows.
#[derive(PartialEq)]
pub(crate) struct PoolPanel {
    pub(crate) names: Names,
    pub(crate) status: String,
    /// How far a run is; for the eye only.
    pub(crate) progress: Option<String>,
    /// What became of what was sent last, for whoever hears the status and does not see the picture.
    pub(crate) heard: Option<String>,
    /// The next request brings a new version of the function.
    pub(crate) is_changed: bool,
    pub(crate) view: PoolView,
    pub(crate) plan: Rc<Plan>,
    pub(crate) shown: Option<ShownRun>,
    pub(crate) settings: SettingsLine,
    pub(crate) tell: Callback<Msg>,
}

const VIEWS: [(PoolView, &str, &str); 2] = [
    (PoolView::Timeline, "Timeline", "timeline"),
    (PoolView::Table, "Table", "table"),
];

impl Part for PoolPanel {
    fn draw(&self) -> Markup {
        let PoolPanel {
            names,
            status,
            progress,
            heard,
            view,
            shown,
            tell,
            ..
        } = self;
        let tabs = VIEWS.map(|(_, name, part)| Tab {
            name,
            panel: names.id(part),
        });
        let chosen = VIEWS
            .iter()
            .position(|(known, ..)| known == view)
            .unwrap_or_default();
        let (picture, legend) = match shown {
            Some(shown) => (shown.views.picture)(self, shown),
            None => (
                draw(Invite {
                    form: self.settings.form.clone(),
                }),
                None,
            ),
        };
        let mut picture = Some(picture);
        let panels = VIEWS.iter().map(|(known, _, part)| {
            let id = names.id(part);
            element("div[role=tabpanel]")
                .key(id.clone())
                .set("aria-labelledby", format!("{id}-tab"))
                .set("id", id)
                .flag("hidden", known != view)
                .child(picture.take_if(|_| known == view))
        });
        let unseen = |words: &str| element("span.unseen").child(words.to_owned());
        let heard = heard.as_ref().map(|heard| unseen(heard).child(", "));
        let changed = self.is_changed.then(|| {
            element("span.changed")
                .child(unseen(" · "))
                .child("changed: the next request deploys it")
                .child(element("span.why").child(", containers start anew"))
        });
        let progress = progress
            .clone()
            .map(|words| element("span[aria-hidden=true]").child(words));
        let status = element("p[role=status]")
            .child(heard)
            .child(status.clone())
            .child(progress);
        let choose = tell.reform(|index: usize| Msg::ChoseView(VIEWS[index].0));
        let head = element("div.poolhead")
            .child(element("h2").child("Container pool"))
            .child(status.child(changed))
            .child(button("plain", "Reset pool", Msg::ClickedResetPool, tell))
            .child(tab_list("Pool view", "switch", &tabs, chosen, &choose));
        element("section.pane.pool")
            .set("aria-label", names.region("Container pool"))
            .child(head)
            .child(draw(self.settings.clone()))
            .children(panels)
            .child(legend)
    }
}
