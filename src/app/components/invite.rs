//! Before the first request: the life of one container, drawn with its words.

use super::markup::{Markup, element};
use super::part::Part;
use crate::model::SettingsForm;
use crate::view_model::lasting;

/// What the picture is told with.
#[derive(PartialEq)]
pub(crate) struct Invite {
    pub(crate) form: SettingsForm,
}

impl Part for Invite {
    fn draw(&self) -> Markup {
        let (settings, tariff) = (self.form.values(), self.form.tariff);
        let is_billed = if tariff.bills_init {
            ", billed like running"
        } else {
            ", not billed"
        };
        let drawing = || element("svg[aria-hidden=true]");
        let state = |drawing: Markup, name| {
            let state = element("li").child(drawing);
            state.child(element("b").child(name))
        };
        let starting = drawing().child(element(
            "rect.m-cold[x=0.7][y=8.7][width=99%][height=22.6][rx=3]",
        ));
        let last_tick = element("path.m-tick[d=M-0.75 34v6]");
        let running = drawing()
            .child(element("rect.m-run[y=8][width=100%][height=24][rx=3]"))
            .child(element("line.m-paid[x1=0][x2=62%][y1=37][y2=37]"))
            .child(element("line.m-rest[x1=62%][x2=100%][y1=37][y2=37]"))
            .child(element("path.m-tick[d=M0.75 34v6]"))
            .child(element("svg[x=100%][overflow=visible]").child(last_tick));
        let warm = drawing()
            .child(element("rect.m-band[y=16][width=100%][height=8]"))
            .child(element("line.m-warm[x1=0][x2=100%][y1=20][y2=20]"));
        let gone = drawing().child(element("path.m-gone[d=M2 15l10 10m0-10l-10 10]"));
        let life = element("ol")
            .child(
                state(starting, "starting")
                    .child(lasting(settings.init_time))
                    .child(is_billed),
            )
            .child(
                state(running, "running")
                    .child("your code; billed in steps of ")
                    .child(lasting(tariff.granule).replace(' ', "\u{a0}")),
            )
            .child(
                state(warm, "warm, idle")
                    .child(lasting(settings.keep_alive))
                    .child(": the next request skips the start"),
            )
            .child(state(gone, "gone"));
        let words = "No container yet. Send a request and one is made for it; this is how its life is drawn.";
        element("div.invite")
            .child(element("p").child(words))
            .child(life)
    }
}
