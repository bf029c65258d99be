//! Runs for tests: the real cloud of the domain, with answers that are written down beforehand in place of an engine.

use domain::cloud::{Plan, Run, Simulation, Trigger};
use domain::http::Request;
use domain::lambda::{
    EnvironmentFacts, FunctionError, FunctionRuntime, InitReport, InvocationReport,
    InvocationRequest, LogLevel, LogLine, Outcome, Phase, SourcePosition,
};
use domain::units::{EnvironmentId, MemorySize, SimDuration, SimTime};

use crate::model::Settings;

/// What the handler does with one request.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Deed {
    /// It answers after so many milliseconds.
    Answers(u64),
    /// It throws after so many.
    Throws(u64),
    /// It never answers.
    Hangs,
    /// It wants more memory than it has.
    Hoards,
    /// It ends its process.
    Exits,
    /// Its module throws.
    DoesNotLoad,
    /// Its module wants more memory than there is.
    HoardsAtStart,
}

/// Does the deeds in the order in which requests come, and answers in 50 ms when they are used up.
#[derive(Debug, Default)]
pub(crate) struct Script {
    deeds: Vec<Deed>,
    done: usize,
}

impl Script {
    pub(crate) fn new(deeds: &[Deed]) -> Script {
        Script {
            deeds: deeds.to_vec(),
            done: 0,
        }
    }
}

impl FunctionRuntime for Script {
    fn start(&mut self, _: &EnvironmentFacts) -> InitReport {
        let failure = match self.deeds.get(self.done) {
            Some(Deed::DoesNotLoad) => Some(FunctionError::new("SyntaxError", "Unexpected end")),
            Some(Deed::HoardsAtStart) => Some(FunctionError::out_of_memory("")),
            _ => None,
        };
        self.done += usize::from(failure.is_some());
        InitReport {
            work: SimDuration::ZERO,
            log: Vec::new(),
            failure,
            still_running: None,
        }
    }

    fn invoke(&mut self, _: EnvironmentId, request: &InvocationRequest<'_>) -> InvocationReport {
        let deed = self
            .deeds
            .get(self.done)
            .copied()
            .unwrap_or(Deed::Answers(50));
        self.done += 1;
        let allowance = request.deadline.since(request.starts_at);
        let (duration, outcome) = match deed {
            Deed::Answers(millis) => (
                SimDuration::from_millis(millis),
                Outcome::Success(r#"{"statusCode":200,"body":"{\"served\":1}"}"#.to_owned()),
            ),
            Deed::Throws(millis) => {
                let mut error = FunctionError::new("TypeError", "cannot read colour of null")
                    .with_hint("This request has no query string. Send `?colour=red`.");
                error.position = Some(SourcePosition {
                    line: 5,
                    column: 24,
                });
                (SimDuration::from_millis(millis), Outcome::Error(error))
            }
            Deed::Hangs => (allowance, Outcome::timed_out(request.request_id, allowance)),
            Deed::Hoards | Deed::HoardsAtStart => (
                SimDuration::from_millis(50),
                Outcome::Error(FunctionError::out_of_memory(request.request_id)),
            ),
            Deed::Exits | Deed::DoesNotLoad => (
                SimDuration::ZERO,
                Outcome::Error(FunctionError::new("Runtime.ExitError", "exit status 1")),
            ),
        };
        InvocationReport {
            duration,
            computing: SimDuration::from_millis(2),
            outcome,
            log: vec![LogLine {
                at: request.starts_at,
                phase: Phase::Invoke,
                level: LogLevel::Info,
                message: "looking for red kites".to_owned(),
            }],
            environment_survives: matches!(deed, Deed::Answers(_) | Deed::Throws(_)),
            max_memory_used: MemorySize::from_megabytes(40),
        }
    }

    fn retire(&mut self, _: EnvironmentId) {}
}

/// The simulation of a plan, at its end.
pub(crate) fn simulated(plan: &Plan, deeds: &[Deed]) -> Simulation<Script> {
    let mut simulation =
        Simulation::new(Script::new(deeds), plan.clone()).expect("a plan that can be run");
    simulation.finish();
    simulation
}

/// A plan with one request at each of these milliseconds.
pub(crate) fn plan_of(arrivals: &[u64]) -> Plan {
    let settings = Settings::default();
    let mut plan = settings.empty_plan();
    plan.deploy(SimTime::ZERO, settings.deployment("first".to_owned()));
    for &at in arrivals {
        plan.arrive(
            SimTime::from_millis(at),
            Trigger::Request {
                http: Request::new("GET", "/kites"),
                format: domain::lambda::EventFormat::RestApi,
            },
            1,
        );
    }
    plan
}

/// A plan and its run: when each request arrives, and what the handler does with it.
pub(crate) fn run_of(requests: &[(u64, Deed)]) -> (Plan, Run) {
    let arrivals: Vec<u64> = requests.iter().map(|&(at, _)| at).collect();
    let deeds: Vec<Deed> = requests.iter().map(|&(_, deed)| deed).collect();
    let plan = plan_of(&arrivals);
    let run = simulated(&plan, &deeds).run();
    (plan, run)
}
