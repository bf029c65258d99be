//! Readiness: an engine whose first answer comes as soon as its second. A browser compiles a function of WebAssembly when
//! it is called for the first time, so what a usual handler needs of parser, interpreter and built-ins is called once
//! beforehand, by a plan that nobody sees.

use std::collections::BTreeMap;

use domain::cloud::message::FromWorker;
use domain::cloud::{Plan, Simulation, Trigger};
use domain::http::Request;
use domain::lambda::{Deployment, EventFormat, Guarded, TurnIndex};
use domain::pool::PoolPolicy;
use domain::units::{CalendarTime, Seed, SimTime};
use engine::Engine;

/// A handler with what handlers usually are made of.
const USUAL: &str = include_str!("usual_handler.js");

/// An engine in which nothing has happened yet, and for which everything is ready.
pub(crate) fn warm_engine() -> Engine {
    let mut plan = Plan::new(Seed(0), CalendarTime::DEFAULT_START, PoolPolicy::default());
    plan.deploy(SimTime::ZERO, Deployment::new(USUAL, "index.handler"));
    let request = Trigger::Request {
        http: Request::new("GET", "/kites"),
        format: EventFormat::RestApi,
    };
    plan.arrive(SimTime::ZERO, request, 1);
    // What the plan leaves behind is in an engine of its own, which goes.
    let unheard = Guarded::new(Engine::new(), BTreeMap::new(), ignore as fn(TurnIndex));
    if let Ok(mut simulation) = Simulation::new(unheard, plan) {
        simulation.finish();
        let run = simulation.run();
        // What is thrown away was made all the same.
        let _ = crate::as_message(&FromWorker::Ran { id: 0, run });
    }
    let mut engine = Engine::new();
    engine.warm_up();
    engine
}

fn ignore(_: TurnIndex) {}
