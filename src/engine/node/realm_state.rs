//! What the Node.js surface keeps for one environment. It lies in the realm, so it lives and is collected with it.

use std::collections::BTreeMap;
use std::rc::Rc;

use boa_engine::{Context, Finalize, JsData, JsObject, JsSymbol, JsValue, Trace};
use domain::lambda::Deployment;
use domain::units::SimTime;

use crate::timers;

/// What `process` and the module loader have to know of their environment.
#[derive(Clone, Debug)]
pub(crate) struct ProcessFacts {
    pub(crate) deployment: Rc<Deployment>,
    pub(crate) log_stream_name: String,
    /// When its module began to run.
    pub(crate) started: SimTime,
}

/// Made when the first part of it is needed.
#[derive(Debug, Default, Trace, Finalize, JsData)]
pub(crate) struct RealmState {
    /// Node's own modules that were required, by name without `node:`.
    pub(crate) builtin_modules: BTreeMap<String, JsValue>,
    /// The reader's modules that were required, by file name: each one's `module`.
    pub(crate) modules: BTreeMap<String, JsObject>,
    /// `Symbol.for('nodejs.util.inspect.custom')`
    pub(crate) inspect_symbol: Option<JsSymbol>,
    pub(crate) timer_prototypes: Option<timers::Prototypes>,
    pub(crate) buffer_prototype: Option<JsObject>,
    pub(crate) process: Option<JsObject>,
    pub(crate) process_env: Option<JsObject>,
    /// `_X_AMZN_TRACE_ID` of the invocation that runs; empty before the first.
    pub(crate) trace_id: String,
    #[unsafe_ignore_trace]
    pub(crate) environment: Option<ProcessFacts>,
}

impl RealmState {
    /// Reads or changes the state of the current realm. Nothing that `access` does may allocate in the engine: the
    /// collector does not look into what is borrowed.
    pub(crate) fn with<T>(context: &Context, access: impl FnOnce(&mut RealmState) -> T) -> T {
        let mut data = context.realm().host_defined_mut();
        if !data.has::<RealmState>() {
            data.insert_default::<RealmState>();
        }
        access(data.get_mut::<RealmState>().expect("it was put there"))
    }
}
