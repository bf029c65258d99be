//! A picture of a real run, made while the site is built: what arrives is the author's, everything else comes out of
//! the same engine that a reader's lab runs.

mod arrivals;
mod caption;
mod costs;
mod numbers;

use std::rc::Rc;

use domain::cloud::{Plan, Run, Simulation, Trigger};
use domain::lambda::{Deployment, EventFormat};
use domain::pool::PoolPolicy;
use domain::units::{CalendarTime, Seed, SimTime};
use engine::Engine;

use crate::diagnostic::{Diagnostic, Source};
use crate::markdown::{Shows, Surroundings};
use crate::starter::Starter;
use app::CostOverRate;
use numbers::Numbers;

/// A run that is ready to be drawn, and what is said about it.
#[derive(Clone, Debug)]
pub(crate) struct RunFigure {
    pub(crate) plan: Rc<Plan>,
    pub(crate) run: Rc<Run>,
    /// What such requests cost, in place of containers over time.
    pub(crate) costs: Option<CostOverRate>,
    /// The words below the picture, as HTML.
    pub(crate) caption: String,
}

/// Runs what the fence asks for with the code of `starter`; `None` if the fence is not in order.
pub(crate) fn make(
    source: Source<'_>,
    shows: Shows,
    starter: &Starter,
    surroundings: Surroundings<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<RunFigure> {
    let (arrivals, caption) = arrivals::read(source, found)?;
    let plan = plan(starter, &arrivals);
    let mut simulation = match Simulation::new(Engine::new(), plan.clone()) {
        Ok(simulation) => simulation,
        Err(error) => {
            found.push(source.mistake_at(
                0,
                format!("this run is not possible: {error}"),
                "Send other requests.",
            ));
            return None;
        }
    };
    simulation.finish();
    let run = simulation.run();
    let responses = (0..run.trace.len())
        .map(|index| {
            simulation
                .invocation(index)?
                .response
                .as_ref()
                .map(|response| response.body.clone())
        })
        .collect();
    let costs = costs::of_last_request(&plan, &run);
    let numbers = Numbers {
        costs: costs.as_ref(),
        plan: &plan,
        run: &run,
        responses,
    };
    let caption = caption::write(caption, &numbers, surroundings, found)?;
    Some(RunFigure {
        plan: Rc::new(plan),
        run: Rc::new(run),
        costs: costs.filter(|_| shows == Shows::Costs),
        caption,
    })
}

/// The plan that a lab would have after the same requests.
fn plan(starter: &Starter, arrivals: &[(SimTime, u32)]) -> Plan {
    let mut plan = Plan::new(Seed(1), CalendarTime::DEFAULT_START, PoolPolicy::default());
    plan.deploy(
        SimTime::ZERO,
        Deployment::new(starter.code.clone(), "index.myHandler"),
    );
    for &(at, count) in arrivals {
        plan.arrive(
            at,
            Trigger::Request {
                http: starter.request.clone(),
                format: EventFormat::RestApi,
            },
            count,
        );
    }
    plan
}
