//! A look into an environment: what the module's top-level names hold at this moment.

use boa_engine::property::PropertyKey;
use domain::lambda::{CpuTime, MAX_UNITS_PER_INVOCATION};
use domain::units::{EnvironmentId, SimDuration, SimTime};

use crate::contexts;
use crate::inspect::{Depth, inspect};
use crate::runtime::Engine;

/// A top-level name of the reader's module and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedValue {
    /// The name.
    pub name: String,
    /// The value as `console.log` would print it.
    pub value: String,
}

impl Engine {
    /// What the top-level names of an environment's module hold, in alphabetical order; `None` if the environment is
    /// gone. A name that has no value yet is left out, and so is everything if the module returned early.
    ///
    /// Looking costs the function nothing: it happens outside of any turn and changes no count and no clock.
    pub fn look_into(&mut self, id: EnvironmentId) -> Option<Vec<NamedValue>> {
        let environment = self.environments.get(&id)?;
        let (realm, accessor) = (environment.realm.clone(), environment.accessor.clone());
        let Some(accessor) = accessor else {
            return Some(Vec::new());
        };
        // What the look makes goes with it.
        let mut context = contexts::make(&self.host, MAX_UNITS_PER_INVOCATION);
        context.enter_realm(realm);
        let long_enough = SimTime::ZERO + SimDuration::from_secs(3_600);
        self.host
            .meter
            .begin(CpuTime::FULL, SimTime::ZERO, long_enough, &context);
        let mut values = Vec::new();
        for key in accessor.own_property_keys(&mut context).unwrap_or_default() {
            let PropertyKey::String(name) = &key else {
                continue;
            };
            let name = name.to_std_string_lossy();
            // The getter of a name that has no value yet throws.
            let value = accessor.get(key, &mut context);
            if let Ok(value) = value.and_then(|value| inspect(&value, Depth::DEFAULT, &mut context))
            {
                values.push(NamedValue { name, value });
            }
        }
        Some(values)
    }
}

#[cfg(test)]
mod tests {
    use domain::lambda::{Deployment, EnvironmentFacts, FunctionRuntime, InvocationRequest};

    use super::*;

    #[test]
    fn shows_what_the_module_holds_and_changes_nothing() {
        let source = "let served = 0; const seen = new Set(); var unset; function help() {} class Kite {}\n\
                      exports.handler = async () => { served += 1; seen.add('a'); return served; };";
        let facts = EnvironmentFacts::first(Deployment::new(source, "index.handler"));
        let run = |looks: bool| {
            let mut engine = Engine::new();
            engine.start(&facts);
            let mut reports = Vec::new();
            for second in 1..4 {
                let starts_at = SimTime::from_millis(second * 1_000);
                let deadline = starts_at + SimDuration::from_secs(3);
                let request = InvocationRequest {
                    request_id: "id",
                    event: "{}",
                    starts_at,
                    deadline,
                };
                reports.push(engine.invoke(EnvironmentId(0), &request));
                if looks {
                    engine.look_into(EnvironmentId(0));
                }
            }
            (reports, engine)
        };
        let (looked, mut engine) = run(true);
        assert_eq!(looked, run(false).0);
        let values: Vec<String> = engine
            .look_into(EnvironmentId(0))
            .unwrap()
            .into_iter()
            .map(|NamedValue { name, value }| format!("{name} = {value}"))
            .collect();
        let expected = [
            "Kite = [class Kite]",
            "help = [Function: help]",
            "seen = Set(1) { 'a' }",
            "served = 3",
            "unset = undefined",
        ];
        assert_eq!(values, expected);
        assert_eq!(engine.look_into(EnvironmentId(9)), None);
    }
}
