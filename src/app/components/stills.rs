//! Tests of what is rendered without a browser: it has to be complete, named, and within our content security policy.

use std::rc::Rc;

use tokio::runtime::Builder;
use yew::{AttrValue, LocalServerRenderer};

use super::{Drawing, Drawn, LabData, run_picture};
use crate::model::Given;
use crate::sample::{Deed, run_of};

fn draw(drawing: Drawing) -> String {
    let runtime = Builder::new_current_thread().build().expect("a runtime");
    let renderer = LocalServerRenderer::<Drawn>::with_props(drawing).hydratable(false);
    runtime.block_on(renderer.render())
}

fn lab_named(label: &'static str) -> String {
    draw(super::lab(LabData {
        given: Given::default(),
        kept: None,
        acts: Vec::new(),
        dock: None,
        name: AttrValue::default(),
        label: AttrValue::Static(label),
        code: AttrValue::Static("let served = 0;\n\nexports.myHandler = (event) => '<b>';"),
        method: AttrValue::Static("GET"),
        path: AttrValue::Static("/kites"),
        query: AttrValue::Static("colour=red"),
        host: None,
    }))
}

fn figure(requests: &[(u64, Deed)]) -> String {
    let (plan, run) = run_of(requests);
    draw(run_picture(Rc::new(plan), Rc::new(run)))
}

fn ids(html: &str) -> Vec<&str> {
    let parts = html.split(" id=\"").skip(1);
    parts.filter_map(|part| part.split('"').next()).collect()
}

#[test]
fn the_still_has_the_names_that_controls_keep() {
    let html = lab_named("");
    for name in [
        "aria-label=\"Playground\"",
        "aria-label=\"Container pool\"",
        "aria-label=\"Bill\"",
        "aria-label=\"Handler code\"",
        "aria-label=\"Method\"",
        "aria-label=\"Path\"",
        "aria-label=\"Query string\"",
        "aria-label=\"Requests at once\"",
        ">Send request<",
        ">Reset pool<",
        ">Reset code<",
        ">Response<",
        ">Timeline<",
        "<dt>Function cost</dt>",
    ] {
        assert!(html.contains(name), "{name}");
    }
    assert!(html.contains("<b>let</b> served = 0;"));
    assert!(html.contains("&lt;b&gt;"), "the reader's text is text");
}

#[test]
fn two_labs_on_a_page_share_no_id() {
    let page = format!("{}{}", lab_named("kites"), lab_named("ducks"));
    let mut all = ids(&page);
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count);
    assert!(page.contains("aria-label=\"Playground: ducks\""));
}

#[test]
fn a_figure_draws_lanes_or_cells_and_nothing_to_press() {
    let few = figure(&[
        (0, Deed::Answers(112)),
        (400, Deed::Throws(6)),
        (800, Deed::Hangs),
    ]);
    assert!(few.contains("Container 1"));
    assert!(few.contains(">error<"));
    let many = figure(&[(0, Deed::Answers(50)); 60]);
    assert!(many.contains("60 warm, idle"));
    for html in [few, many, lab_named("")] {
        // Put together here, so that this file does not write what it forbids.
        assert!(!html.contains(concat!(" sty", "le=")));
    }
    assert!(!figure(&[(0, Deed::Answers(50)); 20]).contains("tabindex"));
}
