//! Readiness: an engine whose first answer comes as soon as its second. A browser compiles a function of WebAssembly when
//! it is called for the first time, so what a usual handler needs of parser, interpreter and built-ins is called once
//! beforehand, by a plan that nobody sees; and several times, because a browser makes a function fast once it was called
//! often. Each round is a task of its own, so that a message never waits for more than one.

use std::collections::BTreeMap;

use domain::cloud::{Plan, Simulation, Trigger};
use domain::http::Request;
use domain::lambda::{Deployment, EventFormat, Guarded, TurnIndex};
use domain::pool::PoolPolicy;
use domain::units::{CalendarTime, Seed, SimTime};
use engine::{Engine, Parking};

use crate::simulating::Runtime;

/// A handler with what handlers usually are made of.
const USUAL: &str = include_str!("usual_handler.js");

/// How many rounds a browser has to see. Measured in Chromium, a reader's first run in ms by rounds before it: 10 to 14
/// after one, 7 after three, 5 after six, and 5 after 25.
pub(crate) const ROUNDS: u32 = 6;

/// An engine in which nothing has happened yet, and which has what its first run needs.
pub(crate) fn warm_engine() -> Engine {
    let mut engine = Engine::new();
    engine.warm_up();
    engine
}

/// One round: a plan that nobody sees is run, in an engine of its own, which goes with what the plan left behind.
pub(crate) fn warm_round() {
    let mut plan = Plan::new(Seed(0), CalendarTime::DEFAULT_START, PoolPolicy::default());
    plan.deploy(SimTime::ZERO, Deployment::new(USUAL, "index.handler"));
    let request = Trigger::Request {
        http: Request::new("GET", "/kites"),
        format: EventFormat::RestApi,
    };
    plan.arrive(SimTime::ZERO, request, 1);
    let parking = Parking::new(Engine::new());
    // The same kind as the reader's, or all of it would be in the file twice.
    let unheard: Runtime = Guarded::new(parking, BTreeMap::new(), ignore);
    if let Ok(mut simulation) = Simulation::new(unheard, plan) {
        simulation.finish();
        // What is thrown away was made all the same.
        let _ = crate::as_message(&simulation.ran(0));
    }
}

fn ignore(_: TurnIndex) {}
