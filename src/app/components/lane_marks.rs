//! What happened in a lane, as SVG: left edges and widths in per cent, heights in pixels. Text and marks that keep their
//! size stand in an inner `svg` at their place.

use yew::prelude::*;

use crate::view_model::{
    Bar, BesideBar, Coordinate, EndMark, Extent, LaneDrawing, LaneGeometry, PlacedLine,
};

/// How far the chosen invocation's ring stands off its bar.
const RING_PX: f64 = 2.5;

/// How far the teeth of a torn end reach beyond it.
const TEETH_PX: f64 = 5.0;

pub(super) fn percent(value: f64) -> String {
    format!("{}%", Coordinate(value))
}

pub(super) fn px(value: f64) -> String {
    Coordinate(value).to_string()
}

/// Everything in a lane, from the back to the front; the invocation under the pointer has a ring as well.
pub(super) fn lane_marks(drawing: &LaneDrawing, pointed: Option<usize>) -> Html {
    let LaneDrawing {
        geometry,
        starts,
        idles,
        bars,
        billed,
        ends,
    } = drawing;
    let is_ringed = |bar: &Bar| bar.is_chosen || pointed == Some(bar.index);
    html! {
        <>
            { for starts.iter().map(|(extent, _)| start(extent, geometry)) }
            { for idles.iter().map(|extent| idle(extent, geometry)) }
            { for bars.iter().map(|one| bar(one, geometry)) }
            { for billed.iter().map(|line| billed_line(line, geometry)) }
            // A group of its own: one ring more must not move everything else to another element, under the pointer.
            <g>{ for bars.iter().filter(|bar| is_ringed(bar)).map(|bar| ring(bar, geometry)) }</g>
            { for ends.iter().map(|end| end_mark(end, geometry)) }
            { for starts.iter().filter(|(_, has_word)| *has_word).map(|(extent, _)| start_word(extent, geometry)) }
            { for bars.iter().map(|bar| words(bar, geometry)) }
        </>
    }
}

/// An inner picture at this place, whose own coordinates are pixels.
fn at(place: f64, content: Html) -> Html {
    html! { <svg x={percent(place)} overflow="visible">{ content }</svg> }
}

fn start(extent: &Extent, geometry: &LaneGeometry) -> Html {
    html! {
        <rect
            class="m-cold" x={percent(extent.left)} y={px(geometry.top + 0.7)}
            width={percent(extent.width)} height={px(geometry.bar - 1.4)} rx="3"
        />
    }
}

fn start_word(extent: &Extent, geometry: &LaneGeometry) -> Html {
    html! {
        <text class="on-cold" x={percent(extent.left)} dx="9" y={px(geometry.baseline())}>{ "starting" }</text>
    }
}

fn idle(extent: &Extent, geometry: &LaneGeometry) -> Html {
    let (left, middle) = (percent(extent.left), geometry.middle());
    html! {
        <>
            <rect
                class="m-band" x={left.clone()} y={px(middle - geometry.half_band)}
                width={percent(extent.width)} height={px(geometry.half_band * 2.0)}
            />
            <line
                class="m-warm" x1={left} x2={percent(extent.right())} y1={px(middle)} y2={px(middle)}
            />
        </>
    }
}

fn bar(bar: &Bar, geometry: &LaneGeometry) -> Html {
    let width = if bar.is_widened {
        px(bar.width_px)
    } else {
        percent(bar.extent.width)
    };
    let (left, top, height) = (percent(bar.extent.left), px(geometry.top), px(geometry.bar));
    let invocation = bar.index.to_string();
    if !bar.fails {
        return html! {
            <rect class="m-run" data-invocation={invocation} x={left} y={top} {width} {height} rx="3" />
        };
    }
    let quarter = Coordinate(geometry.bar / 4.0);
    let teeth = Coordinate(TEETH_PX);
    let torn = format!("M-3 0H{teeth}l-4 {quarter} 4 {quarter}-4 {quarter} 4 {quarter}H-3z");
    html! {
        <svg data-invocation={invocation} x={left} y={top} width={width} {height} overflow="visible">
            <rect class="m-err" width="100%" height="100%" rx="3" />
            <rect class="m-err-hatch" width="100%" height="100%" rx="3" />
            <svg x="100%" overflow="visible"><path class="m-err" d={torn} /></svg>
        </svg>
    }
}

/// Solid while the handler ran, dotted for what rounding adds, a tick at both ends.
fn billed_line(line: &PlacedLine, geometry: &LaneGeometry) -> Html {
    let PlacedLine {
        ran,
        rounding,
        y,
        is_cut,
    } = line;
    let level = px(*y);
    let has_ticks = geometry.billed_step > 2.0;
    html! {
        <>
            <line class="m-paid" x1={percent(ran.left)} x2={percent(ran.right())} y1={level.clone()} y2={level.clone()} />
            <line
                class="m-rest" x1={percent(rounding.left)} x2={percent(rounding.right())} y1={level.clone()} y2={level}
            />
            if has_ticks {
                { at(ran.left, html! { <path class="m-tick" d={format!("M0.75 {}v4", Coordinate(y - 2.0))} /> }) }
            }
            if has_ticks && !is_cut {
                { at(rounding.right(), html! { <path class="m-tick" d={format!("M-0.75 {}v6", Coordinate(y - 3.0))} /> }) }
            }
        </>
    }
}

fn ring(bar: &Bar, geometry: &LaneGeometry) -> Html {
    let teeth = if bar.fails { TEETH_PX + 1.0 } else { 0.0 };
    at(
        bar.extent.left,
        html! {
            <rect
                class={if bar.is_chosen { "chosen" } else { "pointed" }} x={px(-RING_PX)} y={px(geometry.top - RING_PX)}
                width={px(bar.width_px + 2.0 * RING_PX + teeth)}
                height={px(geometry.bar + 2.0 * RING_PX)} rx={if geometry.bar < 10.0 { "3" } else { "5" }}
            />
        },
    )
}

fn end_mark(end: &EndMark, geometry: &LaneGeometry) -> Html {
    let arm = if geometry.bar < 10.0 { 3.0 } else { 5.0 };
    let [x, y, across] = [end.shift_px - arm, geometry.middle() - arm, arm * 2.0].map(Coordinate);
    let cross = format!("M{x} {y}l{across} {across}m0-{across}l-{across} {across}");
    at(
        end.percent,
        html! {
            <>
                <path class="m-gone" d={cross} />
                if let Some(word) = end.word {
                    <text x={px(end.shift_px + 11.0)} y={px(geometry.baseline())}>{ word }</text>
                }
            </>
        },
    )
}

fn words(bar: &Bar, geometry: &LaneGeometry) -> Html {
    let baseline = px(geometry.baseline());
    let ink = if bar.fails { "on-err" } else { "on-run" };
    let number = bar.number.as_ref().map(|number| {
        at(
            bar.extent.left,
            html! {
                <text class={ink} x="6" y={baseline.clone()}>{ number }</text>
            },
        )
    });
    let time = bar.time.as_ref().map(|(x_px, time)| at(bar.extent.left, html! {
        <text class={classes!(ink, "dur")} x={px(*x_px)} y={baseline.clone()}>{ time }</text>
    }));
    let above = px(geometry.middle() - 6.0);
    // Clear of the teeth, of a bar that is drawn wider than it lasted, and of the ring.
    let widened = if bar.is_widened { bar.width_px } else { 0.0 };
    let ring = if bar.is_chosen { 3.0 } else { 0.0 };
    let clear = TEETH_PX + 6.0 + widened + ring;
    let beside = bar.beside.map(|side| match side {
        BesideBar::After => at(
            bar.extent.right(),
            html! {
                <text class="t-strong" x={px(clear)} y={above.clone()}>{ "error" }</text>
            },
        ),
        BesideBar::AfterCross => at(
            bar.extent.right(),
            html! {
                <text class="t-strong" x={px(clear + 14.0)} y={baseline.clone()}>{ "error" }</text>
            },
        ),
        BesideBar::Before => at(
            bar.extent.left,
            html! {
                <text class="t-strong t-end" x="-7" y={above.clone()}>{ "error" }</text>
            },
        ),
    });
    html! { <>{ number }{ time }{ beside }</> }
}
