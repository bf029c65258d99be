//! What happened in a lane, as SVG: left edges and widths in per cent, heights in pixels. Text and marks that keep their
//! size stand in an inner `svg` at their place.

use super::markup::{Content, Markup, element};
use crate::view_model::{
    Bar, BesideBar, Coordinate, EndMark, Extent, LaneDrawing, LaneGeometry, PlacedLine,
};

/// How far the chosen invocation's ring stands off its bar.
const RING_PX: f64 = 2.5;

/// How far the teeth of a torn end reach beyond it.
const TEETH_PX: f64 = 5.0;

pub(super) fn px(value: f64) -> String {
    Coordinate(value).to_string()
}

/// Puts everything into a lane, from the back to the front; the invocation under the pointer has a ring as well.
pub(super) fn lane_marks(track: Markup, drawing: &LaneDrawing, pointed: Option<usize>) -> Markup {
    let LaneDrawing {
        geometry,
        starts,
        idles,
        bars,
        billed,
        ends,
    } = drawing;
    let ringed = bars.iter();
    let ringed = ringed.filter(|bar| bar.is_chosen || pointed == Some(bar.index));
    let in_words = starts.iter().filter(|(_, has_word)| *has_word);
    track
        .children(starts.iter().map(|(extent, _)| start(extent, geometry)))
        .children(idles.iter().flat_map(|extent| idle(extent, geometry)))
        .children(bars.iter().map(|one| bar(one, geometry)))
        .children(billed.iter().flat_map(|line| billed_line(line, geometry)))
        // A group of its own: one ring more must not move everything else to another element, under the pointer.
        .child(element("g").children(ringed.map(|bar| ring(bar, geometry))))
        .children(ends.iter().map(|end| end_mark(end, geometry)))
        .children(in_words.map(|(extent, _)| start_word(extent, geometry)))
        .children(bars.iter().flat_map(|bar| words(bar, geometry)))
}

/// An inner picture at this place, whose own coordinates are pixels.
fn at(place: f64) -> Markup {
    element("svg[overflow=visible]").percent("x", place)
}

/// A level line over this part of the track.
fn level_line(selector: &'static str, extent: &Extent, y_px: f64) -> Markup {
    element(selector)
        .percent("x1", extent.left)
        .percent("x2", extent.right())
        .px("y1", y_px)
        .px("y2", y_px)
}

/// A bar over this part of the track.
fn level_bar(selector: &'static str, extent: &Extent, top_px: f64, height_px: f64) -> Markup {
    element(selector)
        .percent("x", extent.left)
        .px("y", top_px)
        .percent("width", extent.width)
        .px("height", height_px)
}

fn start(extent: &Extent, geometry: &LaneGeometry) -> Markup {
    let (top, height) = (geometry.top + 0.7, geometry.bar - 1.4);
    level_bar("rect.m-cold[rx=3]", extent, top, height)
}

fn start_word(extent: &Extent, geometry: &LaneGeometry) -> Markup {
    element("text.on-cold[dx=9]")
        .percent("x", extent.left)
        .px("y", geometry.baseline())
        .child("starting")
}

fn idle(extent: &Extent, geometry: &LaneGeometry) -> [Markup; 2] {
    let (half, middle) = (geometry.half_band, geometry.middle());
    [
        level_bar("rect.m-band", extent, middle - half, half * 2.0),
        level_line("line.m-warm", extent, middle),
    ]
}

fn bar(bar: &Bar, geometry: &LaneGeometry) -> Markup {
    let selector = if bar.fails {
        "svg[overflow=visible]"
    } else {
        "rect.m-run[rx=3]"
    };
    let shape = level_bar(selector, &bar.extent, geometry.top, geometry.bar);
    let shape = shape.set("data-invocation", bar.index);
    let shape = if bar.is_widened {
        shape.px("width", bar.width_px)
    } else {
        shape
    };
    if !bar.fails {
        return shape;
    }
    let quarter = Coordinate(geometry.bar / 4.0);
    let teeth = Coordinate(TEETH_PX);
    let torn = format!("M-3 0H{teeth}l-4 {quarter} 4 {quarter}-4 {quarter} 4 {quarter}H-3z");
    let torn = element("path.m-err").set("d", torn);
    shape
        .child(element("rect.m-err[width=100%][height=100%][rx=3]"))
        .child(element("rect.m-err-hatch[width=100%][height=100%][rx=3]"))
        .child(element("svg[x=100%][overflow=visible]").child(torn))
}

/// Solid while the handler ran, dotted for what rounding adds, a tick at both ends.
fn billed_line(line: &PlacedLine, geometry: &LaneGeometry) -> Vec<Markup> {
    let PlacedLine {
        ran,
        rounding,
        y,
        is_cut,
    } = line;
    let tick = |place, path| at(place).child(element("path.m-tick").set("d", path));
    let mut marks = vec![
        level_line("line.m-paid", ran, *y),
        level_line("line.m-rest", rounding, *y),
    ];
    if geometry.billed_step > 2.0 {
        marks.push(tick(ran.left, format!("M0.75 {}v4", Coordinate(y - 2.0))));
        if !is_cut {
            let path = format!("M-0.75 {}v6", Coordinate(y - 3.0));
            marks.push(tick(rounding.right(), path));
        }
    }
    marks
}

fn ring(bar: &Bar, geometry: &LaneGeometry) -> Markup {
    let teeth = if bar.fails { TEETH_PX + 1.0 } else { 0.0 };
    let ring = element("rect")
        .set("class", if bar.is_chosen { "chosen" } else { "pointed" })
        .px("x", -RING_PX)
        .px("y", geometry.top - RING_PX)
        .px("width", bar.width_px + 2.0 * RING_PX + teeth)
        .px("height", geometry.bar + 2.0 * RING_PX)
        .set("rx", if geometry.bar < 10.0 { "3" } else { "5" });
    at(bar.extent.left).child(ring)
}

fn end_mark(end: &EndMark, geometry: &LaneGeometry) -> Markup {
    let arm = if geometry.bar < 10.0 { 3.0 } else { 5.0 };
    let [x, y, across] = [end.shift_px - arm, geometry.middle() - arm, arm * 2.0].map(Coordinate);
    let cross = format!("M{x} {y}l{across} {across}m0-{across}l-{across} {across}");
    let word = end.word.map(|word| {
        let place = element("text").px("x", end.shift_px + 11.0);
        place.px("y", geometry.baseline()).child(word)
    });
    at(end.percent)
        .child(element("path.m-gone").set("d", cross))
        .child(word)
}

/// A word at this place, moved by pixels.
fn word(class: &'static str, place: f64, (x_px, y_px): (f64, f64), word: impl Content) -> Markup {
    let text = element("text").set("class", class);
    at(place).child(text.px("x", x_px).px("y", y_px).child(word))
}

fn words(bar: &Bar, geometry: &LaneGeometry) -> Vec<Markup> {
    let (number_class, time_class) = if bar.fails {
        ("on-err", "on-err dur")
    } else {
        ("on-run", "on-run dur")
    };
    let (left, right, baseline) = (bar.extent.left, bar.extent.right(), geometry.baseline());
    let number = bar.number.clone();
    let number = number.map(|number| word(number_class, left, (6.0, baseline), number));
    let time = bar.time.clone();
    let time = time.map(|(x_px, time)| word(time_class, left, (x_px, baseline), time));
    let above = geometry.middle() - 6.0;
    // Clear of the teeth, of a bar that is drawn wider than it lasted, and of the ring.
    let widened = if bar.is_widened { bar.width_px } else { 0.0 };
    let ring = if bar.is_chosen { 3.0 } else { 0.0 };
    let clear = TEETH_PX + 6.0 + widened + ring;
    let beside = bar.beside.map(|side| {
        let (class, place, at_px) = match side {
            BesideBar::After => ("t-strong", right, (clear, above)),
            BesideBar::AfterCross => ("t-strong", right, (clear + 14.0, baseline)),
            BesideBar::Before => ("t-strong t-end", left, (-7.0, above)),
        };
        word(class, place, at_px, "error")
    });
    [number, time, beside].into_iter().flatten().collect()
}
