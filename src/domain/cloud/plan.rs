//! What goes into a simulation. One plan belongs to one lab, and every button of the lab appends to it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::http::Request;
use crate::lambda::{Deployment, EventFormat};
use crate::pool::{OnLimit, PoolPolicy};
use crate::units::{CalendarTime, EnvironmentId, MemorySize, Seed, SimDuration, SimTime};

/// The most requests that one plan may hold, so that a typing error cannot fill a phone's memory.
pub const MAX_ARRIVALS: usize = 100_000;

/// A request that is sent while everything rests arrives this long after the last answer.
const PAUSE_BEFORE_NEXT_SEND: SimDuration = SimDuration::from_secs(1);

/// What causes an invocation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Trigger {
    /// A visitor's request, which the gateway turns into an event and the answer back into a response.
    Request {
        /// What the visitor sends.
        http: Request,
        /// Which gateway stands before the function.
        format: EventFormat,
    },
    /// An event as it is, as JSON text.
    Event(String),
}

/// One thing that happens to the cloud from outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Act {
    /// A new version of the function takes over.
    Deploy(Deployment),
    /// So many equal requests arrive at one instant.
    #[serde(rename_all = "camelCase")]
    Arrive {
        /// What each of them carries.
        trigger: Trigger,
        /// How many; at least one.
        count: u32,
    },
    /// Equal requests arrive one after the other, this long after the step's time each, in order.
    #[serde(rename_all = "camelCase")]
    Traffic {
        /// What each of them carries.
        trigger: Trigger,
        /// When each of them arrives; at least one.
        after_micros: Vec<SimDuration>,
    },
    /// An environment is killed with what runs in it.
    Kill(EnvironmentId),
    /// Environments that become idle from now on are kept so long, in microseconds; `None` is for ever.
    KeepAlive(Option<SimDuration>),
    /// So many requests may be in flight from now on; `None` is no limit.
    ConcurrencyLimit(Option<u32>),
}

/// An act and its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Step {
    /// When.
    #[serde(rename = "atMicros")]
    pub at: SimTime,
    /// What.
    pub act: Act,
}

impl Step {
    /// How many requests arrive.
    pub fn arrivals(&self) -> usize {
        match &self.act {
            Act::Arrive { count, .. } => *count as usize,
            Act::Traffic { after_micros, .. } => after_micros.len(),
            _ => 0,
        }
    }

    /// What each of them carries; `None` if there are none.
    pub fn trigger(&self) -> Option<&Trigger> {
        match &self.act {
            Act::Arrive { trigger, .. } | Act::Traffic { trigger, .. } => Some(trigger),
            _ => None,
        }
    }

    /// When the last thing of this step happens.
    pub fn end(&self) -> SimTime {
        match &self.act {
            Act::Traffic { after_micros, .. } => {
                self.at + after_micros.last().copied().unwrap_or_default()
            }
            _ => self.at,
        }
    }
}

/// Everything that a run depends on. What it costs depends on a tariff as well, which is not in here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Plan {
    /// Where all chance comes from.
    pub seed: Seed,
    /// What the calendar says at time 0, in microseconds since 1970.
    #[serde(rename = "startMicrosSince1970")]
    pub start: CalendarTime,
    /// How environments are kept and limited at the beginning.
    pub policy: PoolPolicy,
    /// What happens, in order of time.
    pub steps: Vec<Step>,
    /// How far time has passed, if somebody let it pass beyond the last answer.
    #[serde(rename = "nowMicros", default)]
    pub now: SimTime,
}

/// A plan that cannot be run, with the place of what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanError {
    /// The member, such as `steps[2].atMicros`.
    pub path: String,
    /// What was expected.
    pub message: String,
}

impl fmt::Display for PlanError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.path, self.message)
    }
}

impl Plan {
    /// A plan in which nothing happens yet.
    pub fn new(seed: Seed, start: CalendarTime, policy: PoolPolicy) -> Plan {
        Plan {
            seed,
            start,
            policy,
            steps: Vec::new(),
            now: SimTime::ZERO,
        }
    }

    /// Deploys at `at`, unless the same version is deployed already.
    pub fn deploy(&mut self, at: SimTime, deployment: Deployment) {
        if self.deployments().last() != Some(&deployment) {
            self.steps.push(Step {
                at,
                act: Act::Deploy(deployment),
            });
        }
    }

    /// So many requests arrive at `at`.
    pub fn arrive(&mut self, at: SimTime, trigger: Trigger, count: u32) {
        self.steps.push(Step {
            at,
            act: Act::Arrive { trigger, count },
        });
    }

    /// Requests arrive one after the other, so long after `at` each. `after` has to be in order.
    pub fn arrive_spread(&mut self, at: SimTime, trigger: Trigger, after: Vec<SimDuration>) {
        self.steps.push(Step {
            at,
            act: Act::Traffic {
                trigger,
                after_micros: after,
            },
        });
    }

    /// Lets time pass, counted from where everything rests.
    pub fn wait(&mut self, last_answer: SimTime, span: SimDuration) {
        self.now = self.rest(last_answer) + span;
    }

    /// The moment at which everything rests: after the last answer, after whatever was planned, and after all waiting.
    pub fn rest(&self, last_answer: SimTime) -> SimTime {
        let planned = self.steps.last().map_or(SimTime::ZERO, Step::end);
        planned.max(last_answer).max(self.now)
    }

    /// The moment that a run of this plan is seen at: after the last answer, and after the waiting behind it.
    pub fn seen_at(&self, last_answer: SimTime) -> SimTime {
        last_answer.max(self.now)
    }

    /// When a request arrives that is sent now, with everything at rest: at once if somebody waited, a second after
    /// the last answer otherwise, and at the very start for the first.
    pub fn next_arrival(&self, last_answer: SimTime) -> SimTime {
        let rest = self.rest(last_answer);
        if self.arrivals() == 0 {
            rest
        } else {
            rest.max(last_answer + PAUSE_BEFORE_NEXT_SEND)
        }
    }

    /// What caused the invocation of this index; `None` if the plan has fewer arrivals.
    pub fn trigger_of(&self, index: usize) -> Option<&Trigger> {
        let mut first = 0;
        let step = self.steps.iter().find(|step| {
            first += step.arrivals();
            index < first
        });
        step?.trigger()
    }

    /// Whether anything has been sent yet. Until then settings of the pool can be changed in the policy itself.
    pub fn is_untouched(&self) -> bool {
        self.arrivals() == 0
    }

    /// All versions of the function in their order; a trace counts them from 0.
    pub fn deployments(&self) -> impl DoubleEndedIterator<Item = &Deployment> {
        self.steps.iter().filter_map(|step| match &step.act {
            Act::Deploy(deployment) => Some(deployment),
            _ => None,
        })
    }

    /// How many requests may be in flight at the end; `None` is no limit.
    pub fn concurrency_limit(&self) -> Option<u32> {
        let changes = self.steps.iter().rev();
        let mut changes = changes.filter_map(|step| match step.act {
            Act::ConcurrencyLimit(limit) => Some(limit),
            _ => None,
        });
        changes.next().unwrap_or(self.policy.concurrency_limit)
    }

    /// The memory size of each deployment, as a bill needs it.
    pub fn memory_of_deployments(&self) -> Vec<MemorySize> {
        self.deployments()
            .map(|deployment| deployment.memory)
            .collect()
    }

    /// How many requests arrive in all.
    pub fn arrivals(&self) -> usize {
        self.steps.iter().map(Step::arrivals).sum()
    }

    /// Whether this plan is `earlier` with nothing but more steps at its end. Waiting changes no step.
    pub fn extends(&self, earlier: &Plan) -> bool {
        self.seed == earlier.seed
            && self.start == earlier.start
            && self.policy == earlier.policy
            && self.steps.starts_with(&earlier.steps)
    }

    /// Checks what the types cannot: order, a deployment before the first arrival, counts.
    pub fn check(&self) -> Result<(), PlanError> {
        let refuse = |index: usize, member: &str, message: &str| {
            Err(PlanError {
                path: format!("steps[{index}].{member}"),
                message: message.to_owned(),
            })
        };
        let policy = &self.policy;
        for (is_refused, member, message) in [
            (
                policy.requests_per_environment != 1,
                "requestsPerEnvironment",
                "expected 1: a handler serves one request at a time",
            ),
            (
                policy.on_limit != OnLimit::Throttle,
                "onLimit",
                "expected \"throttle\", as AWS Lambda does",
            ),
            (
                policy.provisioned != 0,
                "provisioned",
                "expected 0: a handler's environment starts when it is needed",
            ),
        ] {
            if is_refused {
                return Err(PlanError {
                    path: format!("policy.{member}"),
                    message: message.to_owned(),
                });
            }
        }
        let mut deployed = false;
        for (index, step) in self.steps.iter().enumerate() {
            if index > 0 && step.at < self.steps[index - 1].end() {
                return refuse(index, "atMicros", "expected steps in order of time");
            }
            match &step.act {
                Act::Deploy(deployment) => {
                    deployed = true;
                    if deployment.memory.megabytes() == 0 {
                        return refuse(index, "act.deploy.memoryMegabytes", "expected at least 1");
                    }
                    if deployment.timeout == SimDuration::ZERO {
                        return refuse(index, "act.deploy.timeoutMicros", "expected at least 1");
                    }
                }
                Act::Arrive { .. } | Act::Traffic { .. } if !deployed => {
                    return refuse(index, "act", "expected a deployment first");
                }
                Act::Arrive { count: 0, .. } => {
                    return refuse(index, "act.arrive.count", "expected at least 1");
                }
                Act::Traffic { after_micros, .. } if after_micros.is_empty() => {
                    return refuse(index, "act.traffic.afterMicros", "expected at least one");
                }
                Act::Traffic { after_micros, .. } if !after_micros.is_sorted() => {
                    return refuse(index, "act.traffic.afterMicros", "expected times in order");
                }
                _ => {}
            }
        }
        if self.arrivals() > MAX_ARRIVALS {
            return Err(PlanError {
                path: "steps".to_owned(),
                message: format!("expected at most {MAX_ARRIVALS} requests"),
            });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sends_and_waits_append_in_order_of_time() {
        let mut plan = Plan::new(Seed(1), CalendarTime::DEFAULT_START, PoolPolicy::default());
        let millis = SimTime::from_millis;
        assert_eq!(plan.next_arrival(SimTime::ZERO), SimTime::ZERO);
        plan.deploy(SimTime::ZERO, Deployment::new("", "index.handler"));
        plan.arrive(SimTime::ZERO, Trigger::Event("1".to_owned()), 1);
        // The first was answered at 250 ms: the next arrives a second later, waiting for a second changes nothing.
        assert_eq!(plan.next_arrival(millis(250)), millis(1_250));
        plan.wait(millis(250), SimDuration::from_secs(1));
        assert_eq!(plan.next_arrival(millis(250)), millis(1_250));
        plan.wait(millis(250), SimDuration::from_secs(60));
        assert_eq!(plan.rest(millis(250)), millis(61_250));
        assert_eq!(plan.next_arrival(millis(250)), millis(61_250));
        // The same version is deployed once.
        plan.deploy(millis(61_250), Deployment::new("", "index.handler"));
        assert_eq!(plan.deployments().count(), 1);
        plan.deploy(millis(61_250), Deployment::new("changed", "index.handler"));
        assert_eq!(plan.deployments().count(), 2);
        assert_eq!(plan.check(), Ok(()));
    }
}
