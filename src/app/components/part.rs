//! A part of the lab: plain data that knows how to draw itself, and is drawn anew only when the data have changed.
//!
//! Yew's own way is a component for each. What a component needs around it is compiled once for each kind of it, 4 to 8 kB
//! a time; here it is compiled once for all.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::Key;

use super::markup::Markup;

/// Data that draw themselves. Equal data must give the same picture.
pub(crate) trait Part: PartialEq + 'static {
    /// The picture.
    fn draw(&self) -> Markup;
}

/// The picture of a part.
pub(crate) fn draw(part: impl Part) -> Html {
    html! { <Drawn part={Erased(Rc::new(part))} /> }
}

/// The picture of one part in a list; `key` tells it from its neighbours.
pub(crate) fn draw_keyed(key: impl Into<Key>, part: impl Part) -> Html {
    html! { <Drawn key={key} part={Erased(Rc::new(part))} /> }
}

/// A part of any kind.
#[derive(Clone)]
struct Erased(Rc<dyn AnyPart>);

impl PartialEq for Erased {
    fn eq(&self, other: &Erased) -> bool {
        self.0.is_same(other.0.as_any())
    }
}

trait AnyPart {
    fn draw(&self) -> Html;
    fn as_any(&self) -> &dyn Any;
    fn is_same(&self, other: &dyn Any) -> bool;
}

impl<P: Part> AnyPart for P {
    fn draw(&self) -> Html {
        Part::draw(self).into()
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn is_same(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

#[derive(PartialEq, Properties)]
struct DrawnProps {
    part: Erased,
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    props.part.0.draw()
}
