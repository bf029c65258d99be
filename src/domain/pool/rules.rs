//! Which rules a pool can follow, as a type: a run pays only for those that it may need.

use std::fmt::Debug;
use std::marker::PhantomData;

use super::completions::{CompletionKey, NarrowKey, WideKey};
use super::router::{Ranked, Router};
use super::{OnLimit, PoolPolicy};
use crate::units::SimTime;

/// A choice of rules.
pub trait Rules: Debug {
    /// Whether requests may wait, share environments or find provisioned ones, and whether people may intervene.
    const COMPLETE: bool;
    /// Who gets a request.
    type Router: Router;
    /// How ends of invocations are kept.
    type Key: CompletionKey;
}

/// Every rule, whatever the policy says.
#[derive(Clone, Copy, Debug)]
pub struct Complete;

impl Rules for Complete {
    const COMPLETE: bool = true;
    type Router = Ranked;
    type Key = WideKey;
}

/// The rules of a pool in which nobody waits, shares or intervenes, nothing is provisioned, and all of it is over
/// within [`Plain::LAST`]: keep-alive, init with its limit and failure, timeout, the limits that throttle, burst.
/// `R` is the router; the policy's routing is not looked at.
#[derive(Clone, Copy, Debug)]
pub struct Plain<R>(PhantomData<R>);

impl<R: Router> Rules for Plain<R> {
    const COMPLETE: bool = false;
    type Router = R;
    type Key = NarrowKey;
}

impl<R> Plain<R> {
    /// The last instant at which something may end.
    pub const LAST: SimTime = NarrowKey::LAST;
    /// The most environments that may be alive.
    pub const ENVIRONMENTS: usize = NarrowKey::SLOTS / 2;
}

impl PoolPolicy {
    /// Whether the rules of [`Plain`] cover this policy.
    pub fn is_plain(&self) -> bool {
        self.requests_per_environment == 1
            && self.on_limit == OnLimit::Throttle
            && self.provisioned == 0
    }
}
