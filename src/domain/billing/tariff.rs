//! Dated price lists.

use super::Metering;
use crate::units::{MemorySize, Money, SimDuration};

/// Prices and rounding of one provider at one time. On the page: rule book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tariff {
    /// A stable name such as `aws-2016-12`.
    pub id: &'static str,
    /// The name for people.
    pub name: &'static str,
    /// Duration is billed in whole steps of this length, at least one.
    pub granule: SimDuration,
    /// Whether the init phase is billed: it is added to the duration first, and the sum is rounded once.
    pub bills_init: bool,
    /// Whether the REPORT line of a cold start told its init duration at that time.
    pub reports_init: bool,
    /// The price of one request that starts; a throttled one is free.
    pub price_per_request: Money,
    memory: Memory,
}

/// Which memory sizes are sold, and at what price.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Memory {
    /// A list: each size with the price of one granule, ascending.
    Listed(&'static [(MemorySize, Money)]),
    /// Every size of the range, at one price for a gigabyte of it in a second.
    Metered {
        smallest: MemorySize,
        largest: MemorySize,
        price_per_gigabyte_second: Money,
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
            Memory::Listed(prices) => {
                let found = prices
                    .binary_search_by_key(&memory, |&(size, _)| size)
                    .ok()?;
                Some(Rate::PerGranule(prices[found].1))
            }
            Memory::Metered {
                smallest,
                largest,
                price_per_gigabyte_second,
            } => (smallest..=largest)
                .contains(&memory)
                .then_some(Rate::PerGigabyteSecond(price_per_gigabyte_second)),
        }
    }

    /// How it bills time.
    pub fn metering(&self) -> Metering {
        Metering {
            granule: self.granule,
            bills_init: self.bills_init,
        }
    }

    /// The memory sizes that are sold, for people: `128 to 1536 MB in steps of 64`.
    pub fn memory_on_offer(&self) -> String {
        match self.memory {
            Memory::Listed(prices) => match (prices.first(), prices.get(1), prices.last()) {
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
        }
    }

    /// The tariff of this name.
    pub fn named(id: &str) -> Option<&'static Tariff> {
        TARIFFS.iter().copied().find(|tariff| tariff.id == id)
    }
}

impl Rate {
    /// What so many granules cost at this memory size, rounded half up to 10⁻¹⁵ dollars.
    pub fn amount(self, granules: u64, granule: SimDuration, memory: MemorySize) -> Money {
        match self {
            Rate::PerGranule(price) => price * granules,
            Rate::PerGigabyteSecond(price) => {
                let megabyte_microseconds =
                    u64::from(memory.megabytes()) * granules * granule.as_micros();
                (price * megabyte_microseconds).divided_by(1_024 * 1_000_000)
            }
        }
    }
}

/// All tariffs, oldest first.
pub static TARIFFS: [&Tariff; 3] = [&AWS_2016_12, &AWS_2020_12, &AWS_2025_08];

/// A row of the price list per 100 ms: megabytes, and 10⁻⁹ dollars.
const fn price(megabytes: u32, nano_dollars: i64) -> (MemorySize, Money) {
    (
        MemorySize::from_megabytes(megabytes),
        Money::from_nano_dollars(nano_dollars),
    )
}

/// $0.20 per million requests, in every list of AWS Lambda so far.
const AWS_REQUEST: Money = Money::from_nano_dollars(200);

/// AWS Lambda in us-east-1 in December 2016: rounded up to 100 ms, 128 to 1536 MB in steps of 64, init free.
///
/// Source: the price list per 100 ms on the Lambda pricing page of 2016, as kept by the cost package of the `apex`
/// tool (May 2016). The free tier is not counted.
pub static AWS_2016_12: Tariff = Tariff {
    id: "aws-2016-12",
    name: "AWS, December 2016",
    granule: SimDuration::from_millis(100),
    bills_init: false,
    reports_init: false,
    price_per_request: AWS_REQUEST,
    memory: Memory::Listed(&[
        price(128, 208),
        price(192, 313),
        price(256, 417),
        price(320, 521),
        price(384, 625),
        price(448, 729),
        price(512, 834),
        price(576, 938),
        price(640, 1_042),
        price(704, 1_146),
        price(768, 1_250),
        price(832, 1_354),
        price(896, 1_459),
        price(960, 1_563),
        price(1_024, 1_667),
        price(1_088, 1_771),
        price(1_152, 1_875),
        price(1_216, 1_980),
        price(1_280, 2_084),
        price(1_344, 2_188),
        price(1_408, 2_292),
        price(1_472, 2_396),
        price(1_536, 2_501),
    ]),
};

/// What AWS Lambda sells since December 2020.
const AWS_MEMORY_SINCE_2020: Memory = Memory::Metered {
    smallest: MemorySize::from_megabytes(128),
    largest: MemorySize::from_megabytes(10_240),
    // $0.0000166667, the first tier: up to 6 billion GB-seconds a month.
    price_per_gigabyte_second: Money::from_femto_dollars(16_666_700_000),
};

/// AWS Lambda in us-east-1 since 1 December 2020: rounded up to 1 ms, 128 to 10,240 MB in steps of 1.
///
/// Source: AWS blog of that day and the pricing page (x86, first tier).
pub static AWS_2020_12: Tariff = Tariff {
    id: "aws-2020-12",
    name: "AWS, December 2020",
    granule: SimDuration::from_millis(1),
    bills_init: false,
    reports_init: true,
    price_per_request: AWS_REQUEST,
    memory: AWS_MEMORY_SINCE_2020,
};

/// AWS Lambda in us-east-1 since 1 August 2025: as before, and the init phase is billed.
///
/// Source: AWS Compute blog, April 2025. Published REPORT lines add init and duration before they round.
pub static AWS_2025_08: Tariff = Tariff {
    id: "aws-2025-08",
    name: "AWS, since August 2025",
    granule: SimDuration::from_millis(1),
    bills_init: true,
    reports_init: true,
    price_per_request: AWS_REQUEST,
    memory: AWS_MEMORY_SINCE_2020,
};
