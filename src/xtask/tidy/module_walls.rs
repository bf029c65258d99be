//! The walls between the modules of the domain: which of its siblings each may use.
//!
//! The compiler keeps the doors between crates; inside of this one crate the text is read instead.

use super::complaint::Complaint;
use super::paths_in_code::{paths_after, without_comments};
use super::source_file::SourceFile;

/// The crate whose modules these are.
const CRATE: &str = "src/domain/";

/// One module and what it may use.
struct Room {
    module: &'static str,
    may_use: &'static [&'static str],
}

const ROOMS: [Room; 7] = [
    Room {
        module: "units",
        may_use: &[],
    },
    Room {
        module: "http",
        may_use: &["units"],
    },
    Room {
        module: "lambda",
        may_use: &["units", "http"],
    },
    Room {
        module: "pool",
        may_use: &["units"],
    },
    Room {
        module: "billing",
        may_use: &["units", "pool"],
    },
    Room {
        module: "cloud",
        may_use: &["units", "http", "lambda", "pool", "billing"],
    },
    Room {
        module: "lesson",
        may_use: &["units", "http", "lambda", "pool", "billing", "cloud"],
    },
];

/// Of the pool, a bill sees what came out, with the words that its columns are written in, and nothing of how it came about.
const BILLING_SEES_OF_POOL: [&str; 3] = ["PoolTrace", "OutcomeCode", "StartKind"];

/// Uses of a module that go through a wall, and modules that have no walls yet.
pub(crate) fn complaints(files: &[SourceFile]) -> Vec<Complaint> {
    files
        .iter()
        .filter(|file| file.has_ending(&["rs"]))
        .filter_map(|file| Some((file, file.path.strip_prefix(CRATE)?)))
        .flat_map(|(file, inner)| complaints_about(file, inner))
        .collect()
}

fn complaints_about(file: &SourceFile, inner: &str) -> Vec<Complaint> {
    let steps: Vec<&str> = inner.trim_end_matches(".rs").split('/').collect();
    let module = steps[0];
    // The root joins the modules, a build script makes the crate, and whole-crate tests stand outside of it.
    if ["lib", "build", "tests", "benches", "examples"].contains(&module) {
        return Vec::new();
    }
    let Some(room) = ROOMS.iter().find(|room| room.module == module) else {
        let message =
            format!("the module `{module}` has no walls yet: say in xtask's list what it may use");
        return vec![Complaint::about(&file.path, message)];
    };
    // `x.rs` and `x/mod.rs` are one step below the root of the crate, `x/y.rs` is two.
    let depth = steps.len() - usize::from(steps.ends_with(&["mod"]));
    let code = without_comments(&file.text);
    let tests_begin = code.find("#[cfg(test)]\nmod tests {").unwrap_or(code.len());
    uses(&code, depth)
        .into_iter()
        .filter_map(|(at, path)| {
            let is_test = at >= tests_begin || steps.last() == Some(&"tests");
            let message = breach(room, &path, is_test)?;
            let line = code[..at].matches('\n').count() + 1;
            Some(Complaint::at(&file.path, line, message))
        })
        .collect()
}

/// The paths, seen from the root of the crate, that the code of a file names.
fn uses(code: &str, depth: usize) -> Vec<(usize, String)> {
    let mut uses = paths_after(code, "crate::");
    // As many steps up as the file lies deep lead to the root; one more does so from a module inside of the file.
    uses.extend(paths_after(code, &"super::".repeat(depth)));
    uses.extend(paths_after(code, &"super::".repeat(depth + 1)));
    uses
}

fn breach(room: &Room, path: &str, is_test: bool) -> Option<String> {
    let (module, item) = path.split_once("::").unwrap_or((path, ""));
    let is_sibling = module != room.module && ROOMS.iter().any(|other| other.module == module);
    if !is_sibling {
        return None;
    }
    if !room.may_use.contains(&module) {
        return Some(format!("`{}` must not know `{module}`", room.module));
    }
    let item = item.rsplit("::").next().unwrap_or(item);
    // A test may run a pool to have something to bill.
    if room.module == "billing"
        && module == "pool"
        && !is_test
        && !BILLING_SEES_OF_POOL.contains(&item)
    {
        return Some(format!(
            "`billing` may see {} of `pool`, and not `{item}`",
            BILLING_SEES_OF_POOL.join(", ")
        ));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::source_file::sample;
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        complaints(&[sample(path, text)]).len()
    }

    #[test]
    fn a_use_of_a_room_above_is_refused_however_it_is_spelled() {
        for (path, text) in [
            ("src/domain/units/mod.rs", "use crate::http::Request;"),
            ("src/domain/units.rs", "use super::http::Request;"),
            (
                "src/domain/units/time.rs",
                "use super::super::http::Request;",
            ),
            (
                "src/domain/pool/mod.rs",
                "use crate::{units::SimTime, billing};",
            ),
            (
                "src/domain/lambda/event.rs",
                "fn f() -> crate::cloud::Plan {}",
            ),
            (
                "src/domain/http/mod.rs",
                "mod tests {\n    use super::super::pool::run;\n}",
            ),
        ] {
            assert_eq!(count(path, text), 1, "{path} {text}");
        }
    }

    #[test]
    fn what_the_plan_of_the_house_allows_is_allowed() {
        for (path, text) in [
            (
                "src/domain/pool/mod.rs",
                "use crate::units::SimTime; use super::units::SimTime;",
            ),
            (
                "src/domain/pool/queue.rs",
                "use crate::pool::Order; use super::cloud::Local;",
            ),
            (
                "src/domain/cloud/run.rs",
                "use crate::{billing, http, lambda, pool, units};",
            ),
            (
                "src/domain/units/mod.rs",
                "//! Knows nothing of crate::pool.\nuse std::fmt;",
            ),
            (
                "src/domain/lib.rs",
                "pub mod units; pub use crate::pool::PoolTrace;",
            ),
            ("src/engine/lib.rs", "use crate::pool::x;"),
        ] {
            assert_eq!(count(path, text), 0, "{path} {text}");
        }
    }

    #[test]
    fn billing_sees_the_trace_alone_but_its_tests_may_make_one() {
        let path = "src/domain/billing/bill.rs";
        assert_eq!(count(path, "use crate::pool::PoolTrace;"), 0);
        assert_eq!(count(path, "use crate::pool::trace::PoolTrace;"), 0);
        assert_eq!(count(path, "use crate::pool::{PoolTrace, simulate};"), 1);
        assert_eq!(count(path, "use crate::pool;"), 1);
        assert_eq!(
            count(
                path,
                "#[cfg(test)]\nmod tests {\n    use crate::pool::simulate;\n}"
            ),
            0
        );
        assert_eq!(
            count("src/domain/billing/tests.rs", "use crate::pool::simulate;"),
            0
        );
    }

    #[test]
    fn a_new_module_has_to_be_given_its_walls() {
        assert_eq!(count("src/domain/queue/mod.rs", "//! New."), 1);
    }
}
