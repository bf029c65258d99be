//! Environments give their memory back: when they are retired, and when they are parked.

use domain::lambda::{Deployment, EnvironmentFacts, FunctionRuntime, InvocationRequest};
use domain::units::{EnvironmentId, SimTime};
use engine::{CountedHeap, Engine, Parking};

#[global_allocator]
static HEAP: CountedHeap = CountedHeap;

/// Handlers that make objects of every kind whose prototype is one of the realm.
const HANDLERS: [&str; 4] = [
    "exports.handler = (event, context, callback) => callback(null, 1);",
    "exports.handler = async () => { await new Promise((go) => setTimeout(go, 5)); return new Date(); };",
    "class Kite { #line = [1]; fly() { return /k(i)/.exec('kite'); } } \
     exports.handler = async () => new Map([[new Kite().fly(), new Set([Buffer.from('k')])]]);",
    "const { createHash } = require('crypto'); exports.handler = async () => { \
     try { null.x; } catch (error) { console.log(error); } return createHash('md5').update('k').digest('hex'); };",
];

fn serve(runtime: &mut impl FunctionRuntime, id: u32, handler: &str) {
    let facts = EnvironmentFacts {
        id: EnvironmentId(id),
        ..EnvironmentFacts::first(Deployment::new(handler, "index.handler"))
    };
    runtime.start(&facts);
    let request = InvocationRequest {
        request_id: "",
        event: "{}",
        starts_at: SimTime::ZERO,
        deadline: SimTime::ZERO + facts.deployment.timeout,
    };
    runtime.invoke(facts.id, &request);
}

/// Leaves hundreds of thousands of values on the interpreter's stack (see `contexts`).
const CATCHES: &str = "exports.handler = async () => { for (let i = 0; i < 50000; i++) { \
     try { (() => { (() => { throw 1; })(); })(); } catch {} } };";

/// One test, because all tests of a program share its heap.
#[test]
fn environments_give_their_memory_back() {
    for handler in HANDLERS {
        let mut engine = Engine::new();
        let mut live_after = |environments: u32| {
            for _ in 0..environments {
                serve(&mut engine, 0, handler);
                engine.retire(EnvironmentId(0));
            }
            boa_gc::force_collect();
            CountedHeap::live_bytes()
        };
        let (few, many) = (live_after(5), live_after(40));
        assert!(
            many < few + 40 * 2_000,
            "{handler}: {few} bytes, then {many}"
        );
    }

    let mut engine = Engine::new();
    let mut live_after = |environments: std::ops::Range<u32>| {
        for id in environments {
            serve(&mut engine, id, CATCHES);
        }
        boa_gc::force_collect();
        CountedHeap::live_bytes()
    };
    let (few, many) = (live_after(0..1), live_after(1..5));
    assert!(many < few + 4 * 500_000, "{few} bytes, then {many}");
    drop(engine);

    let room = CountedHeap::live_bytes() + (16 << 20);
    let mut parking = Parking::with_room(Engine::new(), room);
    for id in 0..300 {
        serve(&mut parking, id, HANDLERS[0]);
    }
    let live = CountedHeap::live_bytes();
    assert!(live < room + (8 << 20), "{live} bytes of {room}");
}
