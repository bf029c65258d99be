//! The parts of the lab: plain data that know how to draw themselves, and are drawn anew only when the data have changed. A
//! few live: they remember something between two pictures, and hear messages.
//!
//! Yew's own way is a component for each. What a component needs around it is compiled once for each kind of it, 4 to 8 kB
//! a time; here there is one kind of component, and parts of all kinds go into it.

use std::any::{Any, type_name};
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{Key, VChild};

use super::markup::Markup;

/// Data that draw themselves. Equal data must give the same picture.
pub(crate) trait Part: PartialEq + 'static {
    /// The picture.
    fn draw(&self) -> Markup;
}

/// What lives on the page as long as it is given data.
pub(crate) trait Living: Sized + 'static {
    /// What it is given from outside.
    type Data: PartialEq + 'static;
    /// What it hears of.
    type Message: 'static;

    /// Begins; what is told through `tell` is heard by `update`.
    fn create(data: &Self::Data, tell: Callback<Self::Message>) -> Self;

    /// Hears of something; says whether it looks different now.
    fn update(&mut self, data: &Self::Data, message: Self::Message) -> bool;

    /// Has been given other data, and is drawn anew.
    fn changed(&mut self, _data: &Self::Data, _before: &Self::Data) {}

    /// The picture.
    fn view(&self, data: &Self::Data) -> Html;

    /// The picture is in the page.
    fn rendered(&mut self, _data: &Self::Data, _is_first: bool) {}

    /// Leaves the page.
    fn destroy(&mut self) {}
}

/// The picture of a part.
pub(crate) fn draw(part: impl Part) -> Html {
    drawn(Drawing::still(part), None)
}

/// The picture of one part in a list; `key` tells it from its neighbours.
pub(crate) fn draw_keyed(key: impl Into<Key>, part: impl Part) -> Html {
    drawn(Drawing::still(part), Some(key.into()))
}

/// The picture of something that lives. Its key is its kind: to Yew all parts are of one kind, and it would keep another
/// part's life where this one begins.
pub(crate) fn draw_living<L: Living>(data: L::Data) -> Html {
    let key = type_name::<L>().into();
    drawn(Drawing::living::<L>(data), Some(key))
}

fn drawn(drawing: Drawing, key: Option<Key>) -> Html {
    VChild::<Drawn>::new(drawing, key).into()
}

/// A part of any kind.
#[derive(Clone, Properties)]
pub struct Drawing {
    part: Rc<dyn AnyPart>,
}

impl Drawing {
    /// Data that draw themselves.
    pub(crate) fn still(part: impl Part) -> Drawing {
        let part = Rc::new(Still(part));
        Drawing { part }
    }

    /// Data for something that lives.
    pub(crate) fn living<L: Living>(data: L::Data) -> Drawing {
        let part = Rc::new(Lively::<L>(data));
        Drawing { part }
    }
}

impl PartialEq for Drawing {
    fn eq(&self, other: &Drawing) -> bool {
        self.part.is_same(other.part.data())
    }
}

/// The component: a part of any kind.
pub struct Drawn {
    /// What lives here; a part without memory needs nobody.
    life: Option<Box<dyn AnyLife>>,
}

impl Drawn {
    /// What lives here, if it is of this kind.
    pub(crate) fn life<L: Living>(&self) -> Option<&L> {
        let life: &Life<L> = self.life.as_ref()?.as_any().downcast_ref()?;
        Some(&life.0)
    }
}

impl Component for Drawn {
    type Message = Box<dyn Any>;
    type Properties = Drawing;

    fn create(ctx: &Context<Drawn>) -> Drawn {
        let tell = ctx.link().callback(|message| message);
        let life = ctx.props().part.begin(tell);
        Drawn { life }
    }

    fn update(&mut self, ctx: &Context<Drawn>, message: Box<dyn Any>) -> bool {
        let data = ctx.props().part.data();
        let life = self.life.as_mut();
        life.is_some_and(|life| life.update(data, message))
    }

    fn changed(&mut self, ctx: &Context<Drawn>, before: &Drawing) -> bool {
        if let Some(life) = &mut self.life {
            life.changed(ctx.props().part.data(), before.part.data());
        }
        true
    }

    fn view(&self, ctx: &Context<Drawn>) -> Html {
        let part = &ctx.props().part;
        match &self.life {
            Some(life) => life.view(part.data()),
            None => part.draw(),
        }
    }

    fn rendered(&mut self, ctx: &Context<Drawn>, is_first: bool) {
        if let Some(life) = &mut self.life {
            life.rendered(ctx.props().part.data(), is_first);
        }
    }

    fn destroy(&mut self, _: &Context<Drawn>) {
        if let Some(life) = &mut self.life {
            life.destroy();
        }
    }
}

/// A part whose kind is forgotten.
trait AnyPart {
    fn data(&self) -> &dyn Any;
    fn is_same(&self, other: &dyn Any) -> bool;
    /// The picture; empty for what lives.
    fn draw(&self) -> Html;
    /// What lives with these data; `None` for what only draws itself.
    fn begin(&self, tell: Callback<Box<dyn Any>>) -> Option<Box<dyn AnyLife>>;
}

struct Still<P: Part>(P);

impl<P: Part> AnyPart for Still<P> {
    fn data(&self) -> &dyn Any {
        &self.0
    }

    fn is_same(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(&self.0)
    }

    fn draw(&self) -> Html {
        self.0.draw().into()
    }

    fn begin(&self, _: Callback<Box<dyn Any>>) -> Option<Box<dyn AnyLife>> {
        None
    }
}

struct Lively<L: Living>(L::Data);

impl<L: Living> AnyPart for Lively<L> {
    fn data(&self) -> &dyn Any {
        &self.0
    }

    fn is_same(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(&self.0)
    }

    fn draw(&self) -> Html {
        Html::default()
    }

    fn begin(&self, tell: Callback<Box<dyn Any>>) -> Option<Box<dyn AnyLife>> {
        let tell = tell.reform(|message: L::Message| -> Box<dyn Any> { Box::new(message) });
        Some(Box::new(Life(L::create(&self.0, tell))))
    }
}

/// Something living whose kind is forgotten. Data and messages are always of the kind that it was begun with.
trait AnyLife {
    fn update(&mut self, data: &dyn Any, message: Box<dyn Any>) -> bool;
    fn changed(&mut self, data: &dyn Any, before: &dyn Any);
    fn view(&self, data: &dyn Any) -> Html;
    fn rendered(&mut self, data: &dyn Any, is_first: bool);
    fn destroy(&mut self);
    fn as_any(&self) -> &dyn Any;
}

struct Life<L: Living>(L);

impl<L: Living> AnyLife for Life<L> {
    fn update(&mut self, data: &dyn Any, message: Box<dyn Any>) -> bool {
        match (data.downcast_ref(), message.downcast()) {
            (Some(data), Ok(message)) => self.0.update(data, *message),
            _ => false,
        }
    }

    fn changed(&mut self, data: &dyn Any, before: &dyn Any) {
        if let (Some(data), Some(before)) = (data.downcast_ref(), before.downcast_ref()) {
            self.0.changed(data, before);
        }
    }

    fn view(&self, data: &dyn Any) -> Html {
        let data = data.downcast_ref();
        data.map(|data| self.0.view(data)).unwrap_or_default()
    }

    fn rendered(&mut self, data: &dyn Any, is_first: bool) {
        if let Some(data) = data.downcast_ref() {
            self.0.rendered(data, is_first);
        }
    }

    fn destroy(&mut self) {
        self.0.destroy();
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
