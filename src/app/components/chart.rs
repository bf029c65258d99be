//! What pictures of numbers are made of, each written once: a line, a word, a plot, a slider, and the table of the numbers.
//! Across they measure in per cent and down in pixels, so that words are never scaled.

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::field::text_of;
use super::lane_marks::{percent, px};
use crate::model::Msg;

/// A line from one place to another.
pub(super) fn line(class: &'static str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> Html {
    html! { <line {class} x1={percent(x1)} x2={percent(x2)} y1={px(y1)} y2={px(y2)} /> }
}

/// A word at a place, moved by so many pixels to the right; `anchor` says which end of it stands there.
pub(super) fn word(
    class: &'static str,
    (x, y): (f64, f64),
    right_px: f64,
    anchor: &'static str,
    words: String,
) -> Html {
    html! { <text {class} x={percent(x)} dx={px(right_px)} y={px(y)} text-anchor={anchor}>{ words }</text> }
}

/// Paths within a frame of this height, a thousand units wide whatever the screen.
pub(super) fn plot(top_px: f64, height_px: f64, paths: &[(&'static str, String)]) -> Html {
    html! {
        <svg
            y={px(top_px)} width="100%" height={px(height_px)} viewBox={format!("0 0 1000 {}", px(height_px))}
            preserveAspectRatio="none"
        >
            { for paths.iter().map(|(class, path)| html! {
                <path class={*class} d={path.clone()} vector-effect="non-scaling-stroke" />
            }) }
        </svg>
    }
}

/// The picture around all of that.
pub(super) fn chart(name: String, height_px: f64, marks: Html) -> Html {
    html! {
        <div class="chart">
            <svg role="img" aria-label={name} width="100%" height={px(height_px)} overflow="visible">{ marks }</svg>
        </div>
    }
}

/// A native slider over places from 0 to `last`; `words` say what the present place means.
pub(super) fn slider(
    name: &'static str,
    (place, last): (usize, usize),
    words: String,
    tell: &Callback<Msg>,
    chosen: impl Fn(usize) -> Msg + 'static,
) -> Html {
    let oninput = tell.reform(move |event: InputEvent| {
        let place = text_of(event.unchecked_ref()).parse().unwrap_or_default();
        chosen(last.min(place))
    });
    html! {
        <input
            type="range" min="0" max={last.to_string()} value={place.to_string()} aria-label={name}
            aria-valuetext={words} {oninput}
        />
    }
}

/// One row of a table.
pub(super) struct NumberRow {
    pub(super) is_present: bool,
    /// The first one names the row.
    pub(super) cells: Vec<String>,
    /// What went wrong in it, if something did; it stands below the name.
    pub(super) failure: String,
}

/// The numbers of a picture.
pub(super) fn numbers(name: &'static str, columns: &[&'static str], rows: Vec<NumberRow>) -> Html {
    let cell = |(index, text): (usize, String), failure: &str| match (index, failure) {
        (0, "") => html! { <th scope="row">{ text }</th> },
        (0, failure) => {
            html! { <th scope="row">{ text }{ " " }<span>{ failure.to_owned() }</span></th> }
        }
        _ => html! { <td>{ text }</td> },
    };
    html! {
        <table aria-label={name}>
            <thead><tr>{ for columns.iter().map(|name| html! { <th scope="col">{ *name }</th> }) }</tr></thead>
            <tbody>{ for rows.into_iter().map(|NumberRow { is_present, cells, failure }| html! {
                <tr class={is_present.then_some("sel")} aria-current={is_present.then_some("true")}>
                    { for cells.into_iter().enumerate().map(|place| cell(place, &failure)) }
                </tr>
            }) }</tbody>
        </table>
    }
}
