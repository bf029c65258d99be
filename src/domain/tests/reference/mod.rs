//! A second simulator, written from the rules alone and as plainly as possible: after each event it looks at
//! everything to find the next. It shares nothing with the domain, so that a misunderstanding has to happen twice.

mod billing;
mod placing;

use serde_json::{Value, json};

pub use billing::Prices;

/// Microseconds.
type Time = i64;

#[derive(Clone, Debug, Default)]
struct Container {
    created: Time,
    ready: Time,
    is_provisioned: bool,
    is_draining: bool,
    is_lost: bool,
    init_fails: bool,
    last_used: Time,
    expires: Option<Time>,
    requests: Vec<usize>,
    is_gone: bool,
}

#[derive(Clone, Debug)]
struct Request {
    arrives: Time,
    duration: Time,
    init: Time,
    init_fails: bool,
    waits_until: Option<Option<Time>>,
    container: Option<usize>,
    cold: bool,
    /// The init phase, and what of it can be billed.
    phase: Time,
    init_is_repeated: bool,
    start: Time,
    end: Time,
    handler_started: bool,
    billed: Time,
    outcome: &'static str,
}

/// What can happen next, in the order of precedence within an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Completion { container: usize, request: usize },
    ServeWaiting,
    GiveUp { request: usize },
    Expiry { container: usize },
    Intervention { index: usize },
    Arrival { index: usize },
    Sample { index: usize },
}

#[derive(Debug)]
pub struct Reference {
    policy: Value,
    prices: Prices,
    interventions: Vec<(Time, Value)>,
    samples: Vec<Time>,
    sampled: Vec<Option<Value>>,
    horizon: Option<Time>,
    now: Time,
    last_event: Time,
    containers: Vec<Container>,
    requests: Vec<Request>,
    arrived: usize,
    intervened: usize,
    keep_alive: Option<Time>,
    limit: Option<i64>,
    tokens: i128,
    tokens_at: Time,
    /// Containers alive and busy, from one instant to another.
    spans: Vec<(Time, Time, i64, i64)>,
    peak_containers: i64,
    peak_concurrency: i64,
}

fn micros(value: &Value) -> Option<Time> {
    // Documents of these tests have few digits, so that binary fractions round as decimal ones.
    value
        .as_f64()
        .map(|millis| (millis * 1000.0).round() as Time)
}

fn millis(micros: impl Into<i128>) -> Value {
    json!(micros.into() as f64 / 1000.0)
}

impl Reference {
    pub fn new(document: &Value) -> Reference {
        let policy = document["policy"].clone();
        let list = |name: &str| document[name].as_array().cloned().unwrap_or_default();
        let requests: Vec<Request> = list("arrivals")
            .iter()
            .map(|arrival| Request {
                arrives: micros(&arrival["atMs"]).unwrap(),
                duration: micros(&arrival["durationMs"]).unwrap(),
                init: micros(&arrival["initMs"])
                    .or(micros(&policy["initMs"]))
                    .unwrap_or(0),
                init_fails: arrival["initFails"] == true,
                waits_until: None,
                container: None,
                cold: false,
                phase: 0,
                init_is_repeated: false,
                start: 0,
                end: 0,
                handler_started: false,
                billed: 0,
                outcome: "throttled",
            })
            .collect();
        let mut interventions: Vec<(Time, Value)> = list("interventions")
            .iter()
            .map(|act| (micros(&act["atMs"]).unwrap(), act.clone()))
            .collect();
        interventions.sort_by_key(|(at, _)| *at);
        let samples: Vec<Time> = list("sampleAtMs")
            .iter()
            .map(|at| micros(at).unwrap())
            .collect();
        let provisioned = policy["provisioned"].as_i64().unwrap_or(0);
        let containers = (0..provisioned)
            .map(|_| Container {
                is_provisioned: true,
                ..Container::default()
            })
            .collect();
        let burst = &policy["burst"];
        let full = i128::from(burst["environments"].as_i64().unwrap_or(0))
            * i128::from(micros(&burst["perMs"]).unwrap_or(0));
        Reference {
            prices: Prices::of(&policy["billing"]),
            sampled: vec![None; samples.len()],
            samples,
            horizon: micros(&document["horizonMs"]),
            now: 0,
            last_event: 0,
            containers,
            requests,
            arrived: 0,
            intervened: 0,
            interventions,
            keep_alive: micros(&policy["keepAliveMs"]),
            limit: policy["maxConcurrency"].as_i64(),
            tokens: full,
            tokens_at: 0,
            spans: Vec::new(),
            peak_containers: provisioned,
            peak_concurrency: 0,
            policy,
        }
    }

    pub fn run(mut self) -> Value {
        while let Some((at, event)) = self.next_event() {
            self.pass_time(at);
            if !matches!(event, Event::Sample { .. } | Event::ServeWaiting) {
                self.last_event = self.last_event.max(at);
            }
            match event {
                Event::Completion { container, request } => self.complete(container, request),
                Event::ServeWaiting => {
                    let first = self.first_waiting().unwrap();
                    self.requests[first].waits_until = None;
                    self.serve_or_refuse(first);
                }
                Event::GiveUp { request } => self.requests[request].waits_until = None,
                Event::Expiry { container } => self.containers[container].is_gone = true,
                Event::Intervention { index } => {
                    self.intervened += 1;
                    self.intervene(&self.interventions[index].1.clone());
                }
                Event::Arrival { index } => {
                    self.arrived += 1;
                    self.arrive(index);
                }
                Event::Sample { index } => {
                    self.sampled[index] = Some(json!({
                        "atMs": millis(at),
                        "containers": self.alive(),
                        "busy": self.busy(),
                    }));
                }
            }
        }
        self.answer()
    }

    fn next_event(&self) -> Option<(Time, Event)> {
        let mut events = Vec::new();
        for (container, record) in self.containers.iter().enumerate() {
            if record.is_gone {
                continue;
            }
            for &request in &record.requests {
                events.push((
                    self.requests[request].end,
                    Event::Completion { container, request },
                ));
            }
            if let (Some(at), true) = (record.expires, record.requests.is_empty()) {
                events.push((at, Event::Expiry { container }));
            }
        }
        for (request, record) in self.requests.iter().enumerate() {
            if let Some(Some(at)) = record.waits_until {
                events.push((at, Event::GiveUp { request }));
            }
        }
        if self.first_waiting().is_some() && self.place().is_ok() {
            events.push((self.now, Event::ServeWaiting));
        }
        if let Some(&(at, _)) = self.interventions.get(self.intervened) {
            events.push((
                at,
                Event::Intervention {
                    index: self.intervened,
                },
            ));
        }
        if let Some(request) = self.requests.get(self.arrived) {
            events.push((
                request.arrives,
                Event::Arrival {
                    index: self.arrived,
                },
            ));
        }
        for (index, &at) in self.samples.iter().enumerate() {
            if self.sampled[index].is_none() {
                events.push((at, Event::Sample { index }));
            }
        }
        events.into_iter().min()
    }

    fn pass_time(&mut self, at: Time) {
        assert!(at >= self.now);
        self.spans.push((self.now, at, self.alive(), self.busy()));
        self.now = at;
    }

    fn alive(&self) -> i64 {
        self.containers
            .iter()
            .filter(|container| !container.is_gone)
            .count() as i64
    }

    fn busy(&self) -> i64 {
        let is_busy = |container: &&Container| !container.is_gone && !container.requests.is_empty();
        self.containers.iter().filter(is_busy).count() as i64
    }

    fn in_flight(&self) -> i64 {
        self.containers
            .iter()
            .filter(|container| !container.is_gone)
            .map(|container| container.requests.len() as i64)
            .sum()
    }

    fn arrive(&mut self, index: usize) {
        let is_blocked = self.first_waiting().is_some() || self.place().is_err();
        if !is_blocked {
            self.serve_or_refuse(index);
        } else if self.policy["onLimit"] == "queue" {
            let timeout = micros(&self.policy["queueTimeoutMs"]);
            self.requests[index].waits_until = Some(timeout.map(|timeout| self.now + timeout));
        }
    }

    fn serve_or_refuse(&mut self, index: usize) {
        let container = match self.place() {
            Ok(Some(container)) => container,
            Ok(None) if self.takes_token() => self.create(index),
            _ => return,
        };
        let request = self.requests[index].clone();
        let record = &mut self.containers[container];
        let start = self.now.max(record.ready);
        let mut run = request.duration;
        if request.cold && request.init_is_repeated {
            run += request.init;
        }
        let mut outcome = "ok";
        if let Some(timeout) = micros(&self.policy["timeoutMs"])
            && run > timeout
        {
            run = timeout;
            outcome = "timeout";
        }
        if record.init_fails {
            run = 0;
            outcome = "initError";
        }
        record.requests.push(index);
        record.expires = None;
        let request = &mut self.requests[index];
        request.container = Some(container);
        request.start = start;
        request.end = start + run;
        request.outcome = outcome;
        request.handler_started = outcome != "initError";
        self.peak_concurrency = self.peak_concurrency.max(self.in_flight());
    }

    fn create(&mut self, index: usize) -> usize {
        let limit = micros(&self.policy["initLimitMs"]);
        let request = &mut self.requests[index];
        request.cold = true;
        request.init_is_repeated =
            !request.init_fails && limit.is_some_and(|limit| request.init > limit);
        request.phase = if request.init_is_repeated {
            limit.unwrap()
        } else {
            request.init
        };
        self.containers.push(Container {
            created: self.now,
            ready: self.now + request.phase,
            init_fails: request.init_fails,
            last_used: self.now,
            ..Container::default()
        });
        self.peak_containers = self.peak_containers.max(self.alive());
        self.containers.len() - 1
    }

    fn complete(&mut self, number: usize, index: usize) {
        let slots = self.slots();
        let request = &mut self.requests[index];
        let container = &mut self.containers[number];
        let init = if request.cold && !request.init_is_repeated {
            Some(request.phase)
        } else {
            None
        };
        let handler = request
            .handler_started
            .then_some(request.end - request.start);
        request.billed = self.prices.billed(handler, init);
        container.requests.retain(|&other| other != index);
        container.last_used = self.now;
        if container.init_fails || (request.outcome == "timeout" && slots == 1) {
            container.is_lost = true;
        }
        if container.requests.is_empty() {
            if container.is_lost || container.is_draining {
                container.is_gone = true;
            } else if !container.is_provisioned {
                container.expires = self.keep_alive.map(|keep_alive| self.now + keep_alive);
            }
        }
    }

    fn intervene(&mut self, act: &Value) {
        let members = act.as_object().unwrap();
        if let Some(number) = members.get("kill").and_then(Value::as_u64) {
            self.kill(number as usize);
        }
        if let Some(limit) = members.get("maxConcurrency") {
            self.limit = limit.as_i64();
        }
        if let Some(keep_alive) = members.get("keepAliveMs") {
            self.keep_alive = micros(keep_alive);
        }
        if members.contains_key("deploy") {
            for container in &mut self.containers {
                if !container.is_provisioned {
                    container.is_draining = true;
                    container.is_gone |= container.requests.is_empty();
                }
            }
        }
    }

    fn kill(&mut self, number: usize) {
        let Some(container) = self.containers.get_mut(number) else {
            return;
        };
        if container.is_gone {
            return;
        }
        container.is_gone = true;
        for &index in &container.requests {
            let request = &mut self.requests[index];
            request.outcome = "killed";
            request.end = self.now;
            let is_in_init = self.now < container.ready;
            request.handler_started = !is_in_init;
            // A cold request that is killed in its first init is billed for that, even if it would be aborted later.
            let init = match (request.cold, is_in_init) {
                (true, true) => Some(self.now - container.created),
                (true, false) if !request.init_is_repeated => Some(request.phase),
                _ => None,
            };
            let handler = (!is_in_init).then(|| self.now - request.start);
            request.billed = self.prices.billed(handler, init);
        }
    }

    fn answer(mut self) -> Value {
        let horizon = self.horizon.unwrap_or(self.last_event);
        let end = self.now.max(horizon);
        self.pass_time(end);
        let (mut container_time, mut busy_time) = (0, 0);
        for &(from, to, alive, busy) in &self.spans {
            let within = i128::from(to.min(horizon) - from.min(horizon));
            container_time += within * i128::from(alive);
            busy_time += within * i128::from(busy);
        }
        let count = |test: &dyn Fn(&Request) -> bool| {
            self.requests.iter().filter(|request| test(request)).count() as i64
        };
        let served = count(&|request| request.container.is_some());
        let cold = count(&|request| request.cold);
        let provisioned = self.policy["provisioned"].as_i64().unwrap_or(0);
        let is_provisioned = |request: &Request| {
            request
                .container
                .is_some_and(|number| self.containers[number].is_provisioned)
        };
        let billed = |wanted: bool| -> i64 {
            self.requests
                .iter()
                .filter(|request| is_provisioned(request) == wanted)
                .map(|request| request.billed)
                .sum()
        };
        let (on_demand, on_provisioned) = (billed(false), billed(true));
        json!({
            "invocations": self.requests.iter().map(row).collect::<Vec<_>>(),
            "samples": self.sampled,
            "totals": {
                "invocations": self.requests.len(),
                "cold": cold,
                "warm": served - cold,
                "throttled": count(&|request| request.container.is_none()),
                "timeouts": count(&|request| request.outcome == "timeout"),
                "initErrors": count(&|request| request.outcome == "initError"),
                "killed": count(&|request| request.outcome == "killed"),
                "containersCreated": self.containers.len() as i64 - provisioned,
                "peakContainers": self.peak_containers,
                "peakConcurrency": self.peak_concurrency,
                "billedMs": millis(on_demand + on_provisioned),
                "gbSeconds": self.prices.gb_seconds(on_demand + on_provisioned),
                "cost": self.prices.cost(on_demand, on_provisioned, served, provisioned, horizon),
                "serverCost": self.prices.server_cost(horizon),
                "horizonMs": millis(horizon),
                "containerMs": millis(container_time),
                "busyMs": millis(busy_time),
                "idleMs": millis(container_time - busy_time),
            },
        })
    }
}

fn row(request: &Request) -> Value {
    let is_served = request.container.is_some();
    json!({
        "container": request.container,
        "cold": request.cold,
        "throttled": !is_served,
        "startMs": if request.handler_started { millis(request.start) } else { Value::Null },
        "endMs": if is_served { millis(request.end) } else { Value::Null },
        "billedMs": millis(request.billed),
        "outcome": request.outcome,
    })
}
