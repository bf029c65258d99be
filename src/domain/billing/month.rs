//! A month of equal requests: what they cost with or without the free tier. "At N requests a month."

use super::tariff::{MEGABYTE_MICROS, MEGAHERTZ_MICROS, Memory};
use super::{Gateway, Tariff};
use crate::units::{MemorySize, Money, SimDuration};

/// Requests of one function in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// How many.
    pub requests: u64,
    /// How long the handler of each runs.
    pub duration: SimDuration,
    /// How many of them start cold, and the init of each. It is billed where the tariff bills init.
    pub cold_starts: (u64, SimDuration),
    /// Configured memory.
    pub memory: MemorySize,
    /// Whether the free tier is taken off; it is one for all functions of an account.
    pub with_free_tier: bool,
}

/// What a month costs. Each amount is rounded once, half up to 10⁻¹⁵ dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthlyBill {
    /// Time, by memory and, where it is charged for, by processor.
    pub duration: Money,
    /// Requests.
    pub requests: Money,
    /// The gateway.
    pub gateway: Money,
    /// The sum.
    pub total: Money,
}

impl Month {
    /// The bill; `None` if the tariff does not sell this memory size. With a free tier, or a tariff that meters, time is
    /// counted in gigabyte-seconds; a price list per granule is used as it is.
    pub fn bill(&self, tariff: &Tariff, gateway: Option<&Gateway>) -> Option<MonthlyBill> {
        let memory = tariff.charged_memory(self.memory);
        let rate = tariff.rate(memory)?;
        let metering = tariff.metering();
        let (cold_starts, init) = self.cold_starts;
        let cold = metering.billed(Some(self.duration), Some(init)).as_micros();
        let warm = metering.billed(Some(self.duration), None).as_micros();
        let cold_starts = cold_starts.min(self.requests);
        let micros = u128::from(cold) * u128::from(cold_starts)
            + u128::from(warm) * u128::from(self.requests - cold_starts);
        let free = if self.with_free_tier {
            tariff.free_tier
        } else {
            super::FreeTier {
                requests: 0,
                gigabyte_seconds: 0,
                gigahertz_seconds: 0,
            }
        };
        let charged = |size: u32, free: u64, unit: u64, price: Money| {
            let used = u128::from(size) * micros;
            let beyond = used.saturating_sub(u128::from(free) * u128::from(unit));
            price.times_ratio(beyond, unit)
        };
        let gigabytes = |price| {
            let free = free.gigabyte_seconds;
            charged(memory.megabytes(), free, MEGABYTE_MICROS, price)
        };
        let duration = match tariff.memory {
            Memory::Listed { .. } if !self.with_free_tier => {
                let granules = micros / u128::from(tariff.granule.as_micros());
                rate.amount(granules as u64, tariff.granule, memory)
            }
            Memory::Listed {
                price_per_gigabyte_second,
                ..
            }
            | Memory::Metered {
                price_per_gigabyte_second,
                ..
            } => gigabytes(price_per_gigabyte_second),
            Memory::WithProcessor {
                sizes,
                price_per_gigabyte_second,
                price_per_gigahertz_second,
            } => {
                let megahertz = sizes.iter().find(|(size, _)| *size == memory)?.1;
                let free = free.gigahertz_seconds;
                gigabytes(price_per_gigabyte_second)
                    + charged(
                        megahertz,
                        free,
                        MEGAHERTZ_MICROS,
                        price_per_gigahertz_second,
                    )
            }
        };
        let requests = tariff.price_per_request * self.requests.saturating_sub(free.requests);
        let gateway = gateway.map_or(Money::ZERO, |gateway| {
            gateway.price_per_request * self.requests
        });
        Some(MonthlyBill {
            duration,
            requests,
            gateway,
            total: duration + requests + gateway,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use super::*;

    /// Requests in thousands, their duration, cold starts with their init, memory, free tier; the total in dollars.
    struct Example {
        name: &'static str,
        tariff: &'static Tariff,
        thousands: u64,
        millis: u64,
        cold: (u64, u64),
        megabytes: u32,
        free: bool,
        total: &'static str,
    }

    const fn example(
        name: &'static str,
        tariff: &'static Tariff,
        (thousands, millis, megabytes): (u64, u64, u32),
        free: bool,
        total: &'static str,
    ) -> Example {
        Example {
            name,
            tariff,
            thousands,
            millis,
            cold: (0, 0),
            megabytes,
            free,
            total,
        }
    }

    #[test]
    fn worked_examples_of_the_providers() {
        let examples = [
            example(
                "AWS's page",
                &AWS_2016_12,
                (3_000, 1_000, 512),
                true,
                "$18.74",
            ),
            example("2016", &AWS_2016_12, (1_000, 120, 512), false, "$1.87"),
            example("today", &AWS_2020_12, (1_000, 120, 512), false, "$1.20"),
            Example {
                cold: (10_000, 250),
                ..example("1 % cold", &AWS_2025_08, (1_000, 120, 512), false, "$1.22")
            },
            example(
                "arm64",
                &AWS_2025_08_ARM64,
                (1_000, 120, 512),
                false,
                "$1.00",
            ),
            example(
                "100 ms",
                &AWS_2016_12,
                (60_000, 28, 1_024),
                false,
                "$112.02",
            ),
            example("1 ms", &AWS_2020_12, (60_000, 28, 1_024), false, "$40.00"),
            example("all free", &AWS_2020_12, (1_000, 120, 512), true, "$0.00"),
            example(
                "all free, 2016",
                &AWS_2016_12,
                (1_000, 120, 512),
                true,
                "$0.00",
            ),
            example(
                "Azure, 160 MB",
                &AZURE_CONSUMPTION,
                (1_000, 120, 160),
                false,
                "$0.68",
            ),
            example(
                "Azure, least",
                &AZURE_CONSUMPTION,
                (1_000, 1, 128),
                false,
                "$0.40",
            ),
            example(
                "Google",
                &GOOGLE_FUNCTIONS_1,
                (1_000, 120, 512),
                false,
                "$2.25",
            ),
            // Of 160,000 GHz-seconds none is left to pay; of 100,000 GB-seconds neither, nor of the requests.
            example(
                "Google, free",
                &GOOGLE_FUNCTIONS_1,
                (1_000, 120, 512),
                true,
                "$0.00",
            ),
            example(
                "Cloud Run",
                &CLOUD_RUN_FUNCTIONS,
                (1_000, 120, 512),
                false,
                "$5.45",
            ),
        ];
        for example in examples {
            let month = Month {
                requests: example.thousands * 1_000,
                duration: SimDuration::from_millis(example.millis),
                cold_starts: (example.cold.0, SimDuration::from_millis(example.cold.1)),
                memory: MemorySize::from_megabytes(example.megabytes),
                with_free_tier: example.free,
            };
            let bill = month.bill(example.tariff, None).expect("a size on sale");
            assert_eq!(bill.total.to_dollars(2), example.total, "{}", example.name);
            let with_gateway = month.bill(example.tariff, Some(&REST_API)).unwrap();
            let gateway = Money::from_nano_dollars(3_500) * (example.thousands * 1_000);
            assert_eq!(with_gateway.total, bill.total + gateway);
        }
    }

    #[test]
    fn every_tariff_says_where_it_comes_from() {
        for tariff in TARIFFS.iter().chain(&ELSEWHERE) {
            assert!(
                !tariff.since.is_empty() && !tariff.source.is_empty(),
                "{}",
                tariff.id
            );
            let recalled = tariff.source.contains("not read again");
            assert_eq!(tariff.is_confirmed, !recalled, "{}", tariff.id);
        }
    }
}
