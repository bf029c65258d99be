//! The pool as a grid of cells, for more containers than lanes can show.

use std::rc::Rc;

use domain::cloud::Run;
use yew::prelude::*;

use super::lane_marks::px;
use super::marks::mark;
use super::part::Part;
use crate::view_model::{Cells, StateCount};

/// A grid of this height is never scrolled; a higher one has to be reached by the keyboard.
const ALWAYS_SEEN_PX: f64 = 130.0;

/// Which grid.
#[derive(PartialEq)]
pub(crate) struct CellsView {
    pub(crate) cells: Cells,
    pub(crate) counts: Vec<StateCount>,
    pub(crate) run: Rc<Run>,
    /// Takes the invocation that is chosen; `None` if the picture only shows.
    pub(crate) choose: Option<Callback<usize>>,
}

impl Part for CellsView {
    fn draw(&self) -> Html {
        let CellsView {
            cells,
            counts,
            run,
            choose,
        } = self;
        let onclick = choose.clone().map(|choose| {
            let (cells, run) = (cells.clone(), run.clone());
            Callback::from(move |event: MouseEvent| {
                let environment =
                    cells.environment_at(event.offset_x().into(), event.offset_y().into());
                // The last request that a container answered stands for it.
                let last = environment.and_then(|environment| {
                    let served = |served: &Option<domain::units::EnvironmentId>| {
                        served.is_some_and(|served| served.index() == environment)
                    };
                    run.trace.environment.iter().rposition(served)
                });
                if let Some(index) = last {
                    choose.emit(index);
                }
            })
        });
        html! {
            <div class="row grid-of-cells">
                <div class="headcell">
                    <b>{ "Containers" }</b>
                    <ul class="counts-of-states" aria-label="Containers">
                        { for counts.iter().map(|known| html! {
                            <li>{ mark(known.state.mark()) }{ known.words() }</li>
                        }) }
                    </ul>
                </div>
                <div
                    class="cells" role="img" aria-label="A cell for each container"
                    tabindex={(cells.height_px > ALWAYS_SEEN_PX && choose.is_some()).then_some("0")}
                >
                    <svg class="track" aria-hidden="true" height={px(cells.height_px)} {onclick}>
                        <path class="m-band" d={cells.bands.clone()} />
                        <path class="m-warm" d={cells.lines.clone()} />
                        <path class="m-gone" d={cells.crosses.clone()} />
                        if let Some((x, y, side)) = cells.ring {
                            <rect
                                class="chosen" x={px(x - 2.0)} y={px(y - 2.0)}
                                width={px(side + 4.0)} height={px(side + 4.0)} rx="3"
                            />
                        }
                    </svg>
                </div>
            </div>
        }
    }
}
