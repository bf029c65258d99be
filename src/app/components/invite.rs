//! Before the first request: the life of one container, drawn with its words.

use yew::prelude::*;

use super::part::Part;
use crate::model::SettingsForm;
use crate::view_model::lasting;

/// What the picture is told with.
#[derive(PartialEq)]
pub(crate) struct Invite {
    pub(crate) form: SettingsForm,
}

impl Part for Invite {
    fn draw(&self) -> Html {
        let (settings, tariff) = (self.form.values(), self.form.tariff);
        html! {
            <div class="invite">
                <p>{ "No container yet. Send a request and one is made for it; this is how its life is drawn." }</p>
                <ol>
                    <li>
                        <svg aria-hidden="true"><rect class="m-cold" x="0.7" y="8.7" width="99%" height="22.6" rx="3" /></svg>
                        <b>{ "starting" }</b>{ lasting(settings.init_time) }{ if tariff.bills_init { ", billed like running" } else { ", not billed" } }
                    </li>
                    <li>
                        <svg aria-hidden="true">
                            <rect class="m-run" y="8" width="100%" height="24" rx="3" />
                            <line class="m-paid" x1="0" x2="62%" y1="37" y2="37" />
                            <line class="m-rest" x1="62%" x2="100%" y1="37" y2="37" />
                            <path class="m-tick" d="M0.75 34v6" />
                            <svg x="100%" overflow="visible"><path class="m-tick" d="M-0.75 34v6" /></svg>
                        </svg>
                        <b>{ "running" }</b>{ "your code; billed in steps of " }
                        { lasting(tariff.granule).replace(' ', "\u{a0}") }
                    </li>
                    <li>
                        <svg aria-hidden="true">
                            <rect class="m-band" y="16" width="100%" height="8" />
                            <line class="m-warm" x1="0" x2="100%" y1="20" y2="20" />
                        </svg>
                        <b>{ "warm, idle" }</b>{ lasting(settings.keep_alive) }{ ": the next request skips the start" }
                    </li>
                    <li>
                        <svg aria-hidden="true"><path class="m-gone" d="M2 15l10 10m0-10l-10 10" /></svg>
                        <b>{ "gone" }</b>
                    </li>
                </ol>
            </div>
        }
    }
}
