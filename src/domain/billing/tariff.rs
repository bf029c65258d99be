//! Dated price lists.

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
    /// The price of one granule for each memory size that is sold, ascending.
    prices: &'static [(MemorySize, Money)],
    /// The price of one request that starts; a throttled one is free.
    pub price_per_request: Money,
}

impl Tariff {
    /// The price of one granule at this memory size; `None` if that size is not sold.
    pub fn price_per_granule(&self, memory: MemorySize) -> Option<Money> {
        let found = self
            .prices
            .binary_search_by_key(&memory, |&(size, _)| size)
            .ok()?;
        Some(self.prices[found].1)
    }

    /// The memory sizes that are sold, ascending.
    pub fn memory_sizes(&self) -> impl Iterator<Item = MemorySize> {
        self.prices.iter().map(|&(size, _)| size)
    }
}

/// A row of the price list per 100 ms: megabytes, and 10⁻⁹ dollars.
const fn price(megabytes: u32, nano_dollars: i64) -> (MemorySize, Money) {
    (
        MemorySize::from_megabytes(megabytes),
        Money::from_nano_dollars(nano_dollars),
    )
}

/// AWS Lambda in us-east-1 in December 2016: rounded up to 100 ms, 128 to 1536 MB in steps of 64, init free.
///
/// Source: the price list per 100 ms on the Lambda pricing page of 2016, as kept by the cost package of the `apex`
/// tool (May 2016); $0.20 per million requests. The free tier is not counted.
pub const AWS_2016_12: Tariff = Tariff {
    id: "aws-2016-12",
    name: "AWS, December 2016",
    granule: SimDuration::from_millis(100),
    prices: &[
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
    ],
    price_per_request: Money::from_nano_dollars(200),
};
