//! The members of a JSON object whose names are the request's: headers, keys of a query, parameters of a path.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

/// Members in the order in which their names appeared first.
#[derive(Debug)]
pub(super) struct Members<T> {
    members: Vec<(String, T)>,
    /// Where each name stands: a query may have a hundred thousand.
    places: BTreeMap<String, usize>,
}

impl<T> Members<T> {
    /// Nothing yet.
    pub(super) fn new() -> Members<T> {
        Members {
            members: Vec::new(),
            places: BTreeMap::new(),
        }
    }

    /// The member of this name, if there is one.
    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        let place = *self.places.get(name)?;
        self.members.get_mut(place).map(|(_, value)| value)
    }

    /// Adds a member whose name is new.
    pub(super) fn push(&mut self, name: String, value: T) {
        self.places.insert(name.clone(), self.members.len());
        self.members.push((name, value));
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// `None` if there are none.
    pub(super) fn unless_empty(self) -> Option<Members<T>> {
        (!self.is_empty()).then_some(self)
    }
}

impl<T: Serialize> Serialize for Members<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.members.iter().map(|(name, value)| (name, value)))
    }
}
