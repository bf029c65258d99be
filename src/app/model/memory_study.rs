//! What the reader's function does with other memory sizes: the requests that it served are run again, once for each
//! size. A worker of its own does that, so that the lab's worker keeps its containers and the reader never waits for it.
//! The plan of the lab is only read.

use std::rc::Rc;

use domain::cloud::{Act, Plan, Run, Step};
use domain::lambda::Deployment;
use domain::units::MemorySize;

use super::{BillPicture, Command, Machinery, Model, Msg};
use crate::view_model::stops;

/// So many requests tell what a size does; more would only take longer.
const MOST_REQUESTS: usize = 100;

/// The runs at other memory sizes, as far as they are made.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct MemoryStudy {
    /// What is run at each size; `None` while nobody looks.
    plan: Option<Plan>,
    runs: Vec<(MemorySize, Rc<Run>)>,
    asked: Option<(u32, MemorySize)>,
    last_id: u32,
    machinery: Machinery,
}

/// An order to the worker that makes these runs.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum StudyOrder {
    /// Start it in place of any earlier one.
    Start,
    /// Let it run this plan; its number comes back with the answer.
    Run(u32, Plan),
    /// End it.
    End,
}

impl MemoryStudy {
    /// The runs that are there.
    pub(crate) fn runs(&self) -> &[(MemorySize, Rc<Run>)] {
        &self.runs
    }

    /// How many requests each of them serves.
    pub(crate) fn requests(&self) -> usize {
        self.plan.as_ref().map_or(0, Plan::arrivals)
    }

    /// Why no more runs will come.
    pub(crate) fn fault(&self) -> Option<String> {
        match &self.machinery {
            Machinery::Failed(fault) => Some(fault.to_string()),
            _ => None,
        }
    }
}

impl Model {
    /// The runs at other memory sizes.
    pub(crate) fn study(&self) -> &MemoryStudy {
        &self.study
    }

    /// Brings the study in line with what the reader looks at: another run, other sizes, or nothing. What is being
    /// computed for a plan of before is ended.
    pub(super) fn renew_study(&mut self) -> Vec<Command> {
        let is_open = self.bill_picture == Some(BillPicture::MemorySizes);
        let plan = (is_open && self.shown.is_some())
            .then(|| to_study(&self.plan))
            .flatten();
        if plan != self.study.plan {
            let was_asleep = self.study.machinery == Machinery::Asleep;
            let was_asked = self.study.asked.take().is_some();
            self.study.runs.clear();
            self.study.plan = plan;
            if matches!(self.study.machinery, Machinery::Failed(_)) {
                self.study.machinery = Machinery::Asleep;
            }
            if self.study.plan.is_none() && !was_asleep {
                self.study.machinery = Machinery::Asleep;
                return vec![Command::Study(StudyOrder::End)];
            }
            if was_asked {
                self.study.machinery = Machinery::Starting;
                return vec![Command::Study(StudyOrder::Start)];
            }
        }
        self.ask_for_size()
    }

    /// Has the next size run, the one nearest to the reader's first.
    fn ask_for_size(&mut self) -> Vec<Command> {
        let study = &mut self.study;
        let (Some(plan), None) = (&study.plan, study.asked) else {
            return Vec::new();
        };
        let present = self.settings.values().memory;
        let stops = stops(self.settings.tariff, present);
        let here = stops
            .iter()
            .position(|&size| size == present)
            .unwrap_or_default();
        let missing = stops.iter().enumerate();
        let missing =
            missing.filter(|(_, size)| study.runs.iter().all(|(known, _)| known != *size));
        let Some((_, &size)) = missing.min_by_key(|(index, _)| index.abs_diff(here)) else {
            return Vec::new();
        };
        match study.machinery {
            Machinery::Ready => {
                study.last_id += 1;
                study.asked = Some((study.last_id, size));
                let plan = at_size(plan, size);
                vec![Command::Study(StudyOrder::Run(study.last_id, plan))]
            }
            Machinery::Asleep => {
                study.machinery = Machinery::Starting;
                vec![Command::Study(StudyOrder::Start)]
            }
            Machinery::Starting | Machinery::Failed(_) => Vec::new(),
        }
    }

    /// Takes in what the study's worker tells.
    pub(super) fn hear_of_study(&mut self, msg: Msg) -> Vec<Command> {
        let study = &mut self.study;
        match msg {
            Msg::WorkerBecameReady => study.machinery = Machinery::Ready,
            Msg::ReceivedRun { id, run, .. } => match study.asked {
                Some((asked, size)) if asked == id => {
                    study.asked = None;
                    study.runs.push((size, Rc::new(run)));
                }
                _ => {}
            },
            Msg::WorkerFellAsleep => {
                study.asked = None;
                study.machinery = Machinery::Asleep;
            }
            Msg::WorkerFailed(fault) => {
                study.asked = None;
                study.machinery = Machinery::Failed(fault);
            }
            _ => {}
        }
        self.ask_for_size()
    }
}

/// The requests that the present code served, with the pool as it was for them; `None` if there are none. Versions
/// before that, and those that only differ in memory, are left out.
fn to_study(plan: &Plan) -> Option<Plan> {
    let present = plan.deployments().last()?.clone();
    let is_other = |step: &Step| match &step.act {
        Act::Deploy(deployment) => with_memory(deployment, present.memory) != present,
        _ => false,
    };
    let after_others = plan
        .steps
        .iter()
        .rposition(is_other)
        .map_or(0, |index| index + 1);
    let mut is_deployed = false;
    let mut study = Plan {
        steps: Vec::new(),
        ..Plan::new(plan.seed, plan.start, plan.policy.clone())
    };
    let mut room = MOST_REQUESTS;
    for (index, step) in plan.steps.iter().enumerate() {
        let mut step = step.clone();
        match &mut step.act {
            Act::Deploy(deployment) => {
                is_deployed |= index >= after_others;
                if index >= after_others {
                    study.deploy(step.at, with_memory(deployment, present.memory));
                }
                continue;
            }
            Act::Arrive { count, .. } => *count = (*count).min(room as u32),
            Act::Traffic { after_micros, .. } => after_micros.truncate(room),
            // Containers may be other ones at another size.
            Act::Kill(_) => continue,
            Act::KeepAlive(_) | Act::ConcurrencyLimit(_) => {
                study.steps.push(step);
                continue;
            }
        }
        let arrivals = step.arrivals();
        if is_deployed && arrivals > 0 {
            room -= arrivals;
            study.steps.push(step);
        }
    }
    (study.arrivals() > 0).then_some(study)
}

fn with_memory(deployment: &Deployment, memory: MemorySize) -> Deployment {
    Deployment {
        memory,
        ..deployment.clone()
    }
}

/// The plan with all of its deployments at this size.
fn at_size(plan: &Plan, memory: MemorySize) -> Plan {
    let mut plan = plan.clone();
    for step in &mut plan.steps {
        if let Act::Deploy(deployment) = &mut step.act {
            deployment.memory = memory;
        }
    }
    plan
}
