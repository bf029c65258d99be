//! What a dated price list says, and what time and requests cost by it.

use super::Metering;
use crate::units::{MemorySize, Money, SimDuration};

/// Prices and rounding of one provider at one time. On the page: rule book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tariff {
    /// A stable name such as `aws-2016-12`.
    pub id: &'static str,
    /// The name for people.
    pub name: &'static str,
    /// From when these prices hold.
    pub since: &'static str,
    /// Where they were read.
    pub source: &'static str,
    /// Whether the source could be read again; otherwise the prices are recalled, and shown as such.
    pub is_confirmed: bool,
    /// Duration is billed in whole steps of this length, at least one.
    pub granule: SimDuration,
    /// The least that is billed, in whole granules; zero where one granule is the least.
    pub minimum: SimDuration,
    /// Whether the init phase is billed: it is added to the duration first, and the sum is rounded once.
    pub bills_init: bool,
    /// Whether the REPORT line of a cold start told its init duration at that time.
    pub reports_init: bool,
    /// The price of one request that starts; a throttled one is free.
    pub price_per_request: Money,
    /// What is free in a month.
    pub free_tier: FreeTier,
    pub(super) memory: Memory,
}

/// What a provider gives away each month, before anything is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FreeTier {
    /// Requests.
    pub requests: u64,
    /// Gigabytes of memory times seconds.
    pub gigabyte_seconds: u64,
    /// Gigahertz of processor times seconds, where that is charged for by itself.
    pub gigahertz_seconds: u64,
}

/// Which memory sizes are sold, and at what price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Memory {
    /// A list: each size with the price of one granule, ascending. Beyond the free tier the provider counted
    /// gigabyte-seconds.
    Listed {
        prices: &'static [(MemorySize, Money)],
        price_per_gigabyte_second: Money,
    },
    /// Every size of the range, at one price for a gigabyte of it in a second. What is used is rounded up to whole
    /// steps.
    Metered {
        smallest: MemorySize,
        largest: MemorySize,
        step: u32,
        price_per_gigabyte_second: Money,
    },
    /// Sizes that come with so many megahertz of processor, which is charged for by itself.
    WithProcessor {
        sizes: &'static [(MemorySize, u32)],
        price_per_gigabyte_second: Money,
        price_per_gigahertz_second: Money,
    },
}

/// What time at some memory size costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rate {
    /// For each granule.
    PerGranule(Money),
    /// For each second and gigabyte of 1024 megabytes.
    PerGigabyteSecond(Money),
}

impl Tariff {
    /// What time costs at this memory size; `None` if that size is not sold.
    pub fn rate(&self, memory: MemorySize) -> Option<Rate> {
        match self.memory {
            Memory::Listed { prices, .. } => {
                let found = prices
                    .binary_search_by_key(&memory, |&(size, _)| size)
                    .ok()?;
                Some(Rate::PerGranule(prices[found].1))
            }
            Memory::Metered {
                smallest,
                largest,
                price_per_gigabyte_second,
                ..
            } => (smallest..=largest)
                .contains(&memory)
                .then_some(Rate::PerGigabyteSecond(price_per_gigabyte_second)),
            Memory::WithProcessor {
                sizes,
                price_per_gigabyte_second,
                price_per_gigahertz_second,
            } => {
                let found = sizes
                    .binary_search_by_key(&memory, |&(size, _)| size)
                    .ok()?;
                let micros = self.granule.as_micros();
                let memory = price_per_gigabyte_second * (u64::from(memory.megabytes()) * micros);
                let processor = price_per_gigahertz_second * (u64::from(sizes[found].1) * micros);
                Some(Rate::PerGranule(
                    memory.divided_by(MEGABYTE_MICROS) + processor.divided_by(MEGAHERTZ_MICROS),
                ))
            }
        }
    }

    /// The size that is charged for where this much is configured or used: whole steps of what is sold. Of Azure,
    /// which charges for the memory in use, that is an upper bound.
    pub fn charged_memory(&self, memory: MemorySize) -> MemorySize {
        match self.memory {
            Memory::Metered { smallest, step, .. } => {
                let steps = memory.megabytes().div_ceil(step);
                MemorySize::from_megabytes(steps * step).max(smallest)
            }
            _ => memory,
        }
    }

    /// How it bills time.
    pub fn metering(&self) -> Metering {
        Metering {
            granule: self.granule,
            minimum: self.minimum,
            bills_init: self.bills_init,
        }
    }

    /// The memory sizes that are sold, for people: `128 to 1536 MB in steps of 64`.
    pub fn memory_on_offer(&self) -> String {
        match self.memory {
            Memory::Listed { prices, .. } => match (prices.first(), prices.get(1), prices.last()) {
                (Some((first, _)), Some((second, _)), Some((last, _))) => format!(
                    "{} to {} MB in steps of {}",
                    first.megabytes(),
                    last.megabytes(),
                    second.megabytes() - first.megabytes()
                ),
                _ => String::new(),
            },
            Memory::Metered {
                smallest, largest, ..
            } => {
                format!("{} to {} MB", smallest.megabytes(), largest.megabytes())
            }
            Memory::WithProcessor { sizes, .. } => {
                let sizes: Vec<String> = sizes
                    .iter()
                    .map(|(size, _)| size.megabytes().to_string())
                    .collect();
                format!("{} MB", sizes.join(", "))
            }
        }
    }
}

/// Megabyte-microseconds in a gigabyte-second, and megahertz-microseconds in a gigahertz-second.
pub(super) const MEGABYTE_MICROS: u64 = 1_024 * 1_000_000;
pub(super) const MEGAHERTZ_MICROS: u64 = 1_000 * 1_000_000;

impl Rate {
    /// What so many granules cost at this memory size, rounded half up to 10⁻¹⁵ dollars.
    pub fn amount(self, granules: u64, granule: SimDuration, memory: MemorySize) -> Money {
        match self {
            Rate::PerGranule(price) => price * granules,
            Rate::PerGigabyteSecond(price) => {
                let megabyte_micros =
                    u64::from(memory.megabytes()) * granules * granule.as_micros();
                (price * megabyte_micros).divided_by(MEGABYTE_MICROS)
            }
        }
    }
}
