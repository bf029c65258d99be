//! What the same requests would take and cost with another memory size: curves and rows of runs that were really made,
//! one for each size.

use std::rc::Rc;

use domain::billing::{Bill, Tariff};
use domain::cloud::Run;
use domain::pool::{EndReason, OutcomeCode, PoolTrace};
use domain::units::{MemorySize, SimDuration};

use super::Coordinate;
use super::latency::nearest_rank;
use super::words::millis;

/// The sizes worth comparing: doublings, the largest of 2016 (1536), one whole processor (1769), and what lies beyond it.
const SIZES: [u32; 8] = [128, 256, 512, 1_024, 1_536, 1_769, 3_072, 10_240];

/// The height of each of the two curves.
pub(crate) const CURVE_PX: f64 = 76.0;

/// The sizes that are compared: those of the list that the rule book sells, and the one in force. Ascending.
pub(crate) fn stops(tariff: &Tariff, present: MemorySize) -> Vec<MemorySize> {
    let mut stops: Vec<MemorySize> = SIZES
        .map(MemorySize::from_megabytes)
        .into_iter()
        .filter(|&size| tariff.rate(size).is_some() || size == present)
        .collect();
    if let Err(place) = stops.binary_search(&present) {
        stops.insert(place, present);
    }
    stops
}

/// What is known of one size.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SizeRow {
    pub(crate) memory: MemorySize,
    /// Where it stands, in per cent of the width.
    pub(crate) across: f64,
    /// `None` while its run is still to be made, and where nothing ran in it.
    pub(crate) found: Option<Found>,
    /// What went wrong: `3 of 5 timed out`; empty if nothing did.
    pub(crate) failure: String,
}

impl SizeRow {
    /// The size as it is typed.
    pub(crate) fn megabytes(&self) -> String {
        self.memory.megabytes().to_string()
    }

    /// Whether its run is made.
    pub(crate) fn is_run(&self) -> bool {
        self.found.is_some() || !self.failure.is_empty()
    }
}

/// What a run at one size came to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    /// The median time of a handler, and the same as it is billed.
    pub(crate) duration: String,
    pub(crate) billed: String,
    /// Dollars for a million such requests.
    pub(crate) price: String,
    /// Heights in pixels from the top of their curve.
    pub(crate) duration_px: f64,
    pub(crate) billed_px: f64,
    pub(crate) price_px: f64,
}

/// All sizes, and the lines through them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MemorySizes {
    pub(crate) rows: Vec<SizeRow>,
    /// Which of them is in force.
    pub(crate) present: usize,
    /// Lines through what is known: a thousand units across, pixels down.
    pub(crate) duration_line: String,
    pub(crate) billed_line: String,
    pub(crate) price_line: String,
    /// What the top of each curve stands for; empty while nothing is known.
    pub(crate) longest: String,
    pub(crate) dearest: String,
}

/// The numbers of one run.
struct Numbers {
    duration: SimDuration,
    billed: SimDuration,
    dollars: f64,
    price: String,
}

impl MemorySizes {
    /// The picture of these runs, by a rule book.
    pub(crate) fn of(
        runs: &[(MemorySize, Rc<Run>)],
        tariff: &Tariff,
        present: MemorySize,
    ) -> MemorySizes {
        let stops = stops(tariff, present);
        let run_at = |size: &MemorySize| {
            let (_, run) = runs.iter().find(|(known, _)| known == size)?;
            Some(run)
        };
        let numbers: Vec<Option<Numbers>> = stops
            .iter()
            .map(|size| Numbers::of(&run_at(size)?.trace, *size, tariff))
            .collect();
        let known = || numbers.iter().flatten();
        let longest = known()
            .map(|numbers| numbers.billed.max(numbers.duration))
            .max()
            .unwrap_or_default();
        let dearest = known().map(|numbers| numbers.dollars).fold(0.0, f64::max);
        let height = |part: f64| CURVE_PX * (1.0 - part);
        let of_time = |time: SimDuration| {
            height(time.as_micros() as f64 / (longest.as_micros() as f64).max(1.0))
        };
        let last = (stops.len() - 1).max(1) as f64;
        let rows: Vec<SizeRow> = stops
            .iter()
            .zip(&numbers)
            .enumerate()
            .map(|(index, (&memory, numbers))| SizeRow {
                memory,
                across: 100.0 * index as f64 / last,
                found: numbers.as_ref().map(|numbers| Found {
                    duration: hundredths(numbers.duration),
                    billed: millis(numbers.billed),
                    price: numbers.price.clone(),
                    duration_px: of_time(numbers.duration),
                    billed_px: of_time(numbers.billed),
                    price_px: height(numbers.dollars / dearest.max(f64::MIN_POSITIVE)),
                }),
                failure: run_at(&memory)
                    .and_then(|run| failure(run))
                    .unwrap_or_default(),
            })
            .collect();
        let line = |place: fn(&Found) -> f64| {
            let points = rows.iter().filter_map(|row| {
                let down = place(row.found.as_ref()?);
                Some(format!(
                    "{} {}",
                    Coordinate(10.0 * row.across),
                    Coordinate(down)
                ))
            });
            let points: Vec<String> = points.collect();
            if points.is_empty() {
                String::new()
            } else {
                format!("M{}", points.join("L"))
            }
        };
        let most = known().max_by(|one, other| one.dollars.total_cmp(&other.dollars));
        MemorySizes {
            duration_line: line(|found| found.duration_px),
            billed_line: line(|found| found.billed_px),
            price_line: line(|found| found.price_px),
            longest: most.map_or_else(String::new, |_| millis(longest)),
            dearest: most.map_or_else(String::new, |most| most.price.clone()),
            present: stops.binary_search(&present).unwrap_or_default(),
            rows,
        }
    }

    /// What is said of the size in force: `512 MB: 23 ms, billed 100 ms, $1.03 per million`.
    pub(crate) fn words(&self) -> String {
        let row = &self.rows[self.present];
        let size = row.memory.megabytes();
        let numbers = row.found.as_ref().map(|found| {
            format!(
                "{}, billed {}, {} per million",
                found.duration, found.billed, found.price
            )
        });
        match (row.failure.as_str(), numbers) {
            ("", None) => format!("{size} MB: not run yet"),
            ("", Some(numbers)) => format!("{size} MB: {numbers}"),
            (failure, None) => format!("{size} MB: {failure}"),
            (failure, Some(numbers)) => format!("{size} MB: {failure}, {numbers}"),
        }
    }

    /// How many sizes are known.
    pub(crate) fn known(&self) -> usize {
        self.rows.iter().filter(|row| row.is_run()).count()
    }
}

impl Numbers {
    /// `None` if nothing ran at all.
    fn of(trace: &PoolTrace, memory: MemorySize, tariff: &Tariff) -> Option<Numbers> {
        // Deployments of one plan all have the size that it was run at.
        let deployments = trace
            .environments
            .iter()
            .map(|record| record.deployment + 1)
            .max();
        let bill = Bill::of(trace, &vec![memory; deployments? as usize], tariff);
        let price = bill.per_million_requests()?;
        let median = |time: &dyn Fn(usize) -> SimDuration| {
            let served = (0..trace.len()).filter(|&index| trace.environment[index].is_some());
            let mut times: Vec<u64> = served.map(|index| time(index).as_micros()).collect();
            times.sort_unstable();
            nearest_rank(&times, 50)
        };
        Some(Numbers {
            duration: median(&|index| trace.handler_time(index).unwrap_or_default()),
            billed: median(&|index| Bill::billed_duration(trace, index, tariff)),
            dollars: price.as_dollars(),
            price: price.to_dollars(2),
        })
    }
}

/// A handler's time: below a second with the decimals of a REPORT line, so that nothing hides why one more step is billed.
fn hundredths(time: SimDuration) -> String {
    let hundredths = (time.as_micros() + 5) / 10;
    if hundredths >= 100_000 {
        return millis(time);
    }
    format!("{}.{:02} ms", hundredths / 100, hundredths % 100)
}

/// The most frequent way to fail, and how often it happened.
fn failure(run: &Run) -> Option<String> {
    let trace = &run.trace;
    let exited = |index: usize| {
        let environment = trace.environment[index]?;
        trace.environments[environment.index()].end_reason
    };
    let word = |index: usize| match trace.outcome[index] {
        OutcomeCode::Ok => None,
        OutcomeCode::Timeout => Some("timed out"),
        OutcomeCode::InitError => Some("did not load"),
        OutcomeCode::Throttled => Some("throttled"),
        OutcomeCode::Error if exited(index) == Some(EndReason::Lost) => Some("runtime exited"),
        OutcomeCode::Error | OutcomeCode::Killed => Some("failed"),
    };
    let mut words: Vec<&str> = (0..trace.len()).filter_map(word).collect();
    // Only their number is known: whoever was out of memory is one of those that exited or did not load.
    let ended = |word: &&mut &str| matches!(**word, "runtime exited" | "did not load");
    for word in words
        .iter_mut()
        .filter(ended)
        .take(run.out_of_memory as usize)
    {
        *word = "out of memory";
    }
    let count = |word: &str| words.iter().filter(|&&other| other == word).count();
    let most = words.iter().max_by_key(|word| count(word))?;
    Some(format!("{} of {} {most}", count(most), trace.len()))
}

#[cfg(test)]
mod tests {
    use domain::billing::{AWS_2016_12, AWS_2020_12};

    use super::*;
    use crate::sample::{Deed, plan_of, run_of, simulated};

    fn megabytes(sizes: &[MemorySize]) -> Vec<u32> {
        sizes.iter().map(|size| size.megabytes()).collect()
    }

    fn at(size: u32, deeds: &[Deed]) -> (MemorySize, Rc<Run>) {
        let requests: Vec<_> = (0..)
            .map(|number| number * 10_000)
            .zip(deeds.iter().copied())
            .collect();
        (
            MemorySize::from_megabytes(size),
            Rc::new(run_of(&requests).1),
        )
    }

    #[test]
    fn the_sizes_are_those_on_sale_and_the_one_in_force() {
        let size = MemorySize::from_megabytes;
        for (tariff, present, expected) in [
            (&AWS_2016_12, 128, &[128, 256, 512, 1_024, 1_536][..]),
            (&AWS_2016_12, 192, &[128, 192, 256, 512, 1_024, 1_536]),
            (
                &AWS_2020_12,
                2_000,
                &[128, 256, 512, 1_024, 1_536, 1_769, 2_000, 3_072, 10_240],
            ),
        ] {
            assert_eq!(megabytes(&stops(tariff, size(present))), expected);
        }
    }

    #[test]
    fn more_memory_is_seen_to_be_faster_and_dearer() {
        // By the rules of 2016, 128 MB at $0.000000208 and 1,024 MB at $0.000001667 a step of 100 ms.
        let runs = [
            at(128, &[Deed::Answers(250); 3]),
            at(1_024, &[Deed::Answers(32); 3]),
        ];
        let sizes = MemorySizes::of(&runs, &AWS_2016_12, MemorySize::from_megabytes(1_024));
        assert_eq!(
            sizes.words(),
            "1024 MB: 32.00 ms, billed 100 ms, $1.87 per million"
        );
        assert_eq!((sizes.present, sizes.known()), (3, 2));
        assert_eq!(
            (sizes.longest.as_str(), sizes.dearest.as_str()),
            ("300 ms", "$1.87")
        );
        let found = sizes.rows[0].found.as_ref().unwrap();
        assert_eq!(
            (
                found.duration.as_str(),
                found.billed.as_str(),
                found.price.as_str()
            ),
            ("250.00 ms", "300 ms", "$0.82")
        );
        assert_eq!((found.billed_px, sizes.rows[0].failure.as_str()), (0.0, ""));
        assert_eq!(sizes.price_line, "M0 42.457L750 0");
        assert_eq!(sizes.rows[1].found, None);
    }

    #[test]
    fn a_size_that_fails_says_how() {
        for (deeds, failure) in [
            (
                &[Deed::Answers(5), Deed::Hangs, Deed::Hangs][..],
                "2 of 3 timed out",
            ),
            (&[Deed::Throws(5)], "1 of 1 failed"),
            (
                &[Deed::Hoards, Deed::Answers(5), Deed::Hoards],
                "2 of 3 out of memory",
            ),
            (&[Deed::DoesNotLoad], "1 of 1 did not load"),
            (&[Deed::HoardsAtStart], "1 of 1 out of memory"),
            (&[Deed::Exits], "1 of 1 runtime exited"),
            (&[Deed::Answers(5)], ""),
        ] {
            let sizes = MemorySizes::of(
                &[at(128, deeds)],
                &AWS_2016_12,
                MemorySize::from_megabytes(128),
            );
            assert_eq!(sizes.rows[0].failure, failure);
        }
    }

    #[test]
    fn where_nothing_runs_it_is_said_why() {
        let mut plan = plan_of(&[0, 10]);
        plan.policy.concurrency_limit = Some(0);
        let runs = [(
            MemorySize::from_megabytes(128),
            Rc::new(simulated(&plan, &[]).run()),
        )];
        let sizes = MemorySizes::of(&runs, &AWS_2016_12, MemorySize::from_megabytes(128));
        assert_eq!(sizes.words(), "128 MB: 2 of 2 throttled");
        assert_eq!((sizes.known(), sizes.price_line.as_str()), (1, ""));
    }

    #[test]
    fn nothing_is_drawn_before_anything_was_run() {
        let sizes = MemorySizes::of(&[], &AWS_2016_12, MemorySize::from_megabytes(128));
        assert_eq!(sizes.words(), "128 MB: not run yet");
        assert_eq!(
            (sizes.duration_line.as_str(), sizes.longest.as_str()),
            ("", "")
        );
    }
}
