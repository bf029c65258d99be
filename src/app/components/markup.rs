//! How components write elements. `html!` unfolds each element into a third of a kilobyte of code; here an element is a call,
//! and what is fixed about it is a text: `element("button.plain[type=button]").child("Undo")`.

use std::rc::Rc;

use web_sys::Event;
use yew::prelude::*;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText,
};

use crate::view_model::Coordinate;

/// An element that is being put together. It is handed on as one pointer, so that a call costs little.
pub(crate) struct Markup(Box<Parts>);

struct Parts {
    tag: VTag,
    children: Vec<Html>,
}

/// An element as a selector of CSS names it: `tag.class.class[name=value][name]`. An attribute without a value is its own
/// value, as in `hidden`.
pub(crate) fn element(selector: &'static str) -> Markup {
    let (head, attributes) = selector.split_once('[').unwrap_or((selector, ""));
    let (tag, classes) = head.split_once('.').unwrap_or((head, ""));
    let mut tag = VTag::new(tag);
    tag.attributes = Attributes::IndexMap(Default::default());
    let children = Vec::new();
    let mut element = Markup(Box::new(Parts { tag, children }));
    for attribute in attributes.split('[').filter(|text| !text.is_empty()) {
        let attribute = attribute.strip_suffix(']').unwrap_or(attribute);
        let (name, value) = attribute.split_once('=').unwrap_or((attribute, attribute));
        element = element.set(name, value);
    }
    match classes {
        "" => element,
        one if !one.contains('.') => element.set("class", one),
        several => element.set("class", several.replace('.', " ")),
    }
}

impl Markup {
    /// Sets an attribute; without a value it is left out.
    #[inline(never)]
    pub(crate) fn set(mut self, name: &'static str, value: impl Value) -> Markup {
        if let (Some(value), Attributes::IndexMap(all)) =
            (value.value(), &mut self.0.tag.attributes)
            && let Some(all) = Rc::get_mut(all)
        {
            all.insert(name.into(), AttributeOrProperty::Attribute(value));
        }
        self
    }

    /// Adds a class to the one that the selector names.
    #[inline(never)]
    pub(crate) fn and_class(self, class: Option<&'static str>) -> Markup {
        let mut attributes = self.0.tag.attributes.iter();
        let first = attributes.find_map(|(name, value)| (name == "class").then_some(value));
        let both = class.map(|class| format!("{} {class}", first.unwrap_or_default()));
        drop(attributes);
        self.set("class", both)
    }

    /// Sets an attribute that counts by being there.
    #[inline(never)]
    pub(crate) fn flag(self, name: &'static str, is_set: bool) -> Markup {
        self.set(name, is_set.then_some(name))
    }

    /// Sets an attribute that says `true` or `false`.
    #[inline(never)]
    pub(crate) fn truth(self, name: &'static str, truth: bool) -> Markup {
        self.set(name, if truth { "true" } else { "false" })
    }

    /// Sets a coordinate or a length in per cent.
    #[inline(never)]
    pub(crate) fn percent(self, name: &'static str, value: f64) -> Markup {
        self.set(name, format!("{}%", Coordinate(value)))
    }

    /// Sets a coordinate or a length in pixels.
    #[inline(never)]
    pub(crate) fn px(self, name: &'static str, value: f64) -> Markup {
        self.set(name, Coordinate(value).to_string())
    }

    /// What a field holds, which the reader may change.
    #[inline(never)]
    pub(crate) fn holds(mut self, text: &str) -> Markup {
        self.0.tag.set_value(text.to_owned());
        self
    }

    /// Tells the element from its neighbours in a list.
    pub(crate) fn key(mut self, key: impl Into<Key>) -> Markup {
        self.0.tag.key = Some(key.into());
        self
    }

    /// Makes the element known under this reference.
    #[inline(never)]
    pub(crate) fn known_as(mut self, node: &NodeRef) -> Markup {
        self.0.tag.node_ref = node.clone();
        self
    }

    /// Adds text, an element, or several; what is not there still keeps its place among the others.
    #[inline(never)]
    pub(crate) fn child(mut self, child: impl Content) -> Markup {
        self.0.children.push(child.node());
        self
    }

    /// Adds a list, which is one child to its neighbours.
    pub(crate) fn children<C: Content>(self, children: impl IntoIterator<Item = C>) -> Markup {
        self.child(list(children))
    }

    /// Hears of an event.
    #[inline(never)]
    pub(crate) fn on(mut self, event: &'static str, deed: Callback<Event>) -> Markup {
        self.0.tag.add_listener(Rc::new(Hearing { event, deed }));
        self
    }

    pub(crate) fn on_click(self, deed: Callback<Event>) -> Markup {
        self.on("click", deed)
    }

    pub(crate) fn on_input(self, deed: Callback<Event>) -> Markup {
        self.on("input", deed)
    }

    pub(crate) fn on_key_down(self, deed: Callback<Event>) -> Markup {
        self.on("keydown", deed)
    }
}

impl From<Markup> for Html {
    fn from(markup: Markup) -> Html {
        let Parts { mut tag, children } = *markup.0;
        if let Some(place) = tag.children_mut() {
            *place = children.node();
        }
        tag.into()
    }
}

/// Several things in a row.
pub(crate) fn list<C: Content>(children: impl IntoIterator<Item = C>) -> Vec<Html> {
    children.into_iter().map(Content::node).collect()
}

/// What an attribute can be set to.
pub(crate) trait Value {
    fn value(self) -> Option<AttrValue>;
}

impl Value for &'static str {
    fn value(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl Value for String {
    fn value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl Value for AttrValue {
    fn value(self) -> Option<AttrValue> {
        Some(self)
    }
}

impl Value for usize {
    fn value(self) -> Option<AttrValue> {
        self.to_string().value()
    }
}

impl<V: Value> Value for Option<V> {
    fn value(self) -> Option<AttrValue> {
        self.and_then(Value::value)
    }
}

/// What can stand in an element.
pub(crate) trait Content {
    fn node(self) -> Html;
}

impl Content for Html {
    fn node(self) -> Html {
        self
    }
}

impl Content for Markup {
    fn node(self) -> Html {
        self.into()
    }
}

impl Content for &'static str {
    fn node(self) -> Html {
        AttrValue::Static(self).node()
    }
}

impl Content for String {
    fn node(self) -> Html {
        AttrValue::from(self).node()
    }
}

impl Content for AttrValue {
    fn node(self) -> Html {
        VText::new(self).into()
    }
}

impl<C: Content> Content for Option<C> {
    fn node(self) -> Html {
        self.map(Content::node).unwrap_or_default()
    }
}

impl Content for Vec<Html> {
    fn node(self) -> Html {
        VList::from(self).into()
    }
}

/// One kind of listener for all events.
struct Hearing {
    event: &'static str,
    deed: Callback<Event>,
}

impl Listener for Hearing {
    fn kind(&self) -> ListenerKind {
        ListenerKind::other(self.event.into())
    }

    fn handle(&self, event: Event) {
        self.deed.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(markup: Markup) -> String {
        let Html::VTag(tag) = Html::from(markup) else {
            return "no element".to_owned();
        };
        let attributes = tag.attributes.iter();
        let attributes = attributes.map(|(name, value)| format!(" {name}={value:?}"));
        let attributes: String = attributes.collect();
        let count = tag.children().map_or(0, |children| match children {
            Html::VList(list) => list.len(),
            _ => 1,
        });
        format!("{}{attributes} {count}", tag.tag())
    }

    #[test]
    fn a_selector_names_tag_attributes_and_classes() {
        for (selector, expected) in [
            ("p", "p 0"),
            ("p.note", r#"p class="note" 0"#),
            ("tr.sel.last", r#"tr class="sel last" 0"#),
            ("rect[rx=8.5]", r#"rect rx="8.5" 0"#),
            (
                "svg.tail[viewBox=0 0 16 12][hidden]",
                r#"svg viewBox="0 0 16 12" hidden="hidden" class="tail" 0"#,
            ),
            ("path[d=M0 6h16]", r#"path d="M0 6h16" 0"#),
        ] {
            assert_eq!(told(element(selector)), expected, "{selector}");
        }
    }

    #[test]
    fn what_is_not_there_keeps_its_place_and_sets_nothing() {
        let nothing: Option<&'static str> = None;
        for (markup, expected) in [
            (element("p").child(nothing).child("a"), "p 2"),
            (element("p").children(["a", "b", "c"]).child("d"), "p 2"),
            (element("p").set("id", nothing), "p 0"),
            (element("p").flag("hidden", false), "p 0"),
            (
                element("p").truth("aria-busy", false),
                r#"p aria-busy="false" 0"#,
            ),
            (element("p.a").and_class(Some("b")), r#"p class="a b" 0"#),
            (element("p.a").and_class(None), r#"p class="a" 0"#),
            (
                element("rect").px("x", -2.5).percent("y", 50.0),
                r#"rect x="-2.5" y="50%" 0"#,
            ),
        ] {
            assert_eq!(told(markup), expected);
        }
    }
}
