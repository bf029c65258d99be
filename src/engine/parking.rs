//! Parking: a thousand environments fit a phone, because those that sit idle longest are dropped and rebuilt when their
//! turn comes.
//!
//! A realm takes about 200 kB however little is in it, and cannot be written out. But the engine is deterministic, and
//! environments share nothing: one that runs its init phase and its invocations anew is what it was. So nobody can tell,
//! and how much memory there is (which depends on the machine) may decide who is parked. Only what is cheap to repeat is
//! parked.

use domain::lambda::{
    EnvironmentFacts, FunctionRuntime, InitReport, InvocationReport, InvocationRequest,
};
use domain::units::{EnvironmentId, SimDuration, SimTime};

use crate::heap::CountedHeap;
use crate::runtime::Engine;

/// How much of the heap may be taken before environments are parked for the first time.
const ROOM_BYTES: usize = 90 << 20;

/// Beyond so many times the room, those are parked again that were rebuilt once. Below, each is parked but once: a
/// function that calls all of its environments in turn would otherwise rebuild most of them each time.
const TIGHT: usize = 3;

/// By what part of the room the heap has to grow until it is worth while to look for more to park.
const GROWTH: usize = 4;

/// What may be repeated for an environment: so much computing on a full processor, so many invocations, and events of
/// so many bytes together.
const MOST_WORK: SimDuration = SimDuration::from_millis(20);
const MOST_INVOCATIONS: usize = 16;
const MOST_BYTES: usize = 64 << 10;

/// An engine that parks environments.
#[derive(Debug)]
pub struct Parking {
    engine: Engine,
    room_bytes: usize,
    /// How much of the heap has to be taken for the next look.
    look_at_bytes: usize,
    /// The environments that could be rebuilt, by their number.
    known: Vec<History>,
    turns: u64,
}

/// What makes an environment what it is.
#[derive(Debug)]
struct History {
    facts: EnvironmentFacts,
    served: Vec<ServedRequest>,
    work: SimDuration,
    bytes: usize,
    last_turn: u64,
    is_parked: bool,
    was_rebuilt: bool,
}

#[derive(Debug)]
struct ServedRequest {
    request_id: String,
    event: String,
    starts_at: SimTime,
    deadline: SimTime,
}

impl Parking {
    /// An engine that parks environments when they fill the heap, as far as [`CountedHeap`] counts it.
    pub fn new(engine: Engine) -> Parking {
        Parking::with_room(engine, ROOM_BYTES)
    }

    /// An engine that parks environments when they take so much; with no room at all, after every turn.
    pub fn with_room(engine: Engine, room_bytes: usize) -> Parking {
        Parking {
            engine,
            room_bytes,
            look_at_bytes: room_bytes,
            known: Vec::new(),
            turns: 0,
        }
    }

    /// Parks those environments that sat idle longest, about a half, if the heap is full.
    fn make_room(&mut self) {
        let taken = CountedHeap::live_bytes();
        if taken < self.look_at_bytes {
            return;
        }
        let is_tight = taken >= self.room_bytes.saturating_mul(TIGHT);
        let may_park = |history: &History| !history.is_parked && (is_tight || !history.was_rebuilt);
        let idle = || self.known.iter().filter(|history| may_park(history));
        let last_turns = || idle().map(|history| history.last_turn);
        if let (Some(oldest), Some(latest)) = (last_turns().min(), last_turns().max()) {
            let middle = oldest.midpoint(latest);
            for history in &mut self.known {
                if may_park(history) && history.last_turn <= middle {
                    history.is_parked = true;
                    self.engine.retire(history.facts.id);
                }
            }
            boa_gc::force_collect();
        }
        let more = CountedHeap::live_bytes() + self.room_bytes / GROWTH;
        self.look_at_bytes = self.room_bytes.max(more);
    }

    /// Where an environment stands among those that are known, or would stand.
    fn place(&self, id: EnvironmentId) -> Result<usize, usize> {
        self.known.binary_search_by_key(&id, |known| known.facts.id)
    }

    fn forget(&mut self, id: EnvironmentId) {
        if let Ok(place) = self.place(id) {
            self.known.remove(place);
        }
    }

    /// Rebuilds an environment if it is parked.
    fn wake(&mut self, id: EnvironmentId) {
        let Ok(place) = self.place(id) else {
            return;
        };
        let history = &mut self.known[place];
        if history.is_parked {
            history.is_parked = false;
            history.was_rebuilt = true;
            self.engine.start(&history.facts);
            for request in &history.served {
                self.engine.invoke(id, &request.again());
            }
        }
    }
}

impl History {
    /// Adds an invocation. `false` if there is too much to repeat now.
    fn add(&mut self, request: &InvocationRequest<'_>, computing: SimDuration) -> bool {
        self.work += computing;
        self.bytes += request.event.len();
        self.served.push(ServedRequest {
            request_id: request.request_id.to_owned(),
            event: request.event.to_owned(),
            starts_at: request.starts_at,
            deadline: request.deadline,
        });
        self.work <= MOST_WORK && self.bytes <= MOST_BYTES && self.served.len() <= MOST_INVOCATIONS
    }
}

impl ServedRequest {
    fn again(&self) -> InvocationRequest<'_> {
        InvocationRequest {
            request_id: &self.request_id,
            event: &self.event,
            starts_at: self.starts_at,
            deadline: self.deadline,
        }
    }
}

impl FunctionRuntime for Parking {
    fn start(&mut self, facts: &EnvironmentFacts) -> InitReport {
        let report = self.engine.start(facts);
        self.turns += 1;
        // The files of a predecessor are somebody else's past.
        if report.failure.is_none()
            && report.work <= MOST_WORK
            && facts.predecessor.is_none()
            && let Err(place) = self.place(facts.id)
        {
            let history = History {
                facts: facts.clone(),
                served: Vec::new(),
                work: report.work,
                bytes: 0,
                last_turn: self.turns,
                is_parked: false,
                was_rebuilt: false,
            };
            self.known.insert(place, history);
        }
        self.make_room();
        report
    }

    fn invoke(&mut self, id: EnvironmentId, request: &InvocationRequest<'_>) -> InvocationReport {
        self.wake(id);
        let report = self.engine.invoke(id, request);
        self.turns += 1;
        if let Ok(place) = self.place(id) {
            let history = &mut self.known[place];
            history.last_turn = self.turns;
            if !report.environment_survives || !history.add(request, report.computing) {
                self.known.remove(place);
            }
        }
        self.make_room();
        report
    }

    fn retire(&mut self, environment: EnvironmentId) {
        self.forget(environment);
        self.engine.retire(environment);
    }
}
