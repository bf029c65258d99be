//! Values under names that the request chose: headers, keys of a query, parameters of a path. In an event they are the
//! members of an object.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

/// Values in the order in which their names appeared first.
#[derive(Debug)]
pub(super) struct NamedValues<T> {
    values: Vec<(String, T)>,
    /// Where each name stands: a query may have a hundred thousand.
    places: BTreeMap<String, usize>,
}

impl<T> NamedValues<T> {
    /// Nothing yet.
    pub(super) fn new() -> NamedValues<T> {
        NamedValues {
            values: Vec::new(),
            places: BTreeMap::new(),
        }
    }

    /// The value of this name, if there is one.
    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        let place = *self.places.get(name)?;
        self.values.get_mut(place).map(|(_, value)| value)
    }

    /// Adds a value whose name is new.
    pub(super) fn push(&mut self, name: String, value: T) {
        self.places.insert(name.clone(), self.values.len());
        self.values.push((name, value));
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// `None` if there are none.
    pub(super) fn unless_empty(self) -> Option<NamedValues<T>> {
        (!self.is_empty()).then_some(self)
    }
}

impl<T: Serialize> Serialize for NamedValues<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.values.iter().map(|(name, value)| (name, value)))
    }
}
