//! Dated price lists with their sources. All are of us-east-1 or the like, in US dollars, without tax.

use super::tariff::{FreeTier, Memory, Tariff};
use crate::units::{MemorySize, Money, SimDuration};

/// The tariffs of AWS Lambda, oldest first: rule books for the function of the lab.
pub static TARIFFS: [&Tariff; 4] = [&AWS_2016_12, &AWS_2020_12, &AWS_2025_08, &AWS_2025_08_ARM64];

/// What the same traffic costs elsewhere.
pub static ELSEWHERE: [&Tariff; 3] = [
    &AZURE_CONSUMPTION,
    &GOOGLE_FUNCTIONS_1,
    &CLOUD_RUN_FUNCTIONS,
];

impl Tariff {
    /// The tariff of AWS Lambda of this name.
    pub fn named(id: &str) -> Option<&'static Tariff> {
        TARIFFS.iter().copied().find(|tariff| tariff.id == id)
    }
}

/// A row of the price list per 100 ms: megabytes, and 10⁻⁹ dollars.
const fn price(megabytes: u32, nano_dollars: i64) -> (MemorySize, Money) {
    (
        MemorySize::from_megabytes(megabytes),
        Money::from_nano_dollars(nano_dollars),
    )
}

/// $0.20 per million requests, in every list of AWS Lambda so far.
const AWS_REQUEST: Money = Money::from_nano_dollars(200);

/// A million requests and 400,000 GB-seconds a month, for good.
const AWS_FREE: FreeTier = FreeTier {
    requests: 1_000_000,
    gigabyte_seconds: 400_000,
    gigahertz_seconds: 0,
};

/// AWS Lambda in us-east-1 in December 2016: rounded up to 100 ms, 128 to 1536 MB in steps of 64, init free.
///
/// Source: the price list per 100 ms on the Lambda pricing page of 2016, as kept by the cost package of the `apex`
/// tool (May 2016). The free tier is not counted.
pub static AWS_2016_12: Tariff = Tariff {
    id: "aws-2016-12",
    name: "AWS, December 2016",
    since: "December 2016",
    source: "Lambda pricing page of 2016: list per 100 ms as kept by the cost package of the apex tool (May 2016)",
    is_confirmed: true,
    granule: SimDuration::from_millis(100),
    minimum: SimDuration::ZERO,
    bills_init: false,
    reports_init: false,
    price_per_request: AWS_REQUEST,
    free_tier: AWS_FREE,
    memory: Memory::Listed {
        // Worked examples of the page count gigabyte-seconds at $0.00001667.
        price_per_gigabyte_second: Money::from_femto_dollars(16_670_000_000),
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
    },
};

/// What AWS Lambda sells since December 2020.
const AWS_MEMORY_SINCE_2020: Memory = Memory::Metered {
    smallest: MemorySize::from_megabytes(128),
    largest: MemorySize::from_megabytes(10_240),
    step: 1,
    // $0.0000166667, the first tier: up to 6 billion GB-seconds a month.
    price_per_gigabyte_second: Money::from_femto_dollars(16_666_700_000),
};

/// AWS Lambda in us-east-1 since 1 December 2020: rounded up to 1 ms, 128 to 10,240 MB in steps of 1.
///
/// Source: AWS blog of that day and the pricing page (x86, first tier).
pub static AWS_2020_12: Tariff = Tariff {
    id: "aws-2020-12",
    name: "AWS, December 2020",
    since: "1 December 2020",
    source: "AWS blog of that day, and the pricing page (x86, us-east-1, first tier)",
    is_confirmed: true,
    granule: SimDuration::from_millis(1),
    minimum: SimDuration::ZERO,
    bills_init: false,
    reports_init: true,
    price_per_request: AWS_REQUEST,
    free_tier: AWS_FREE,
    memory: AWS_MEMORY_SINCE_2020,
};

/// AWS Lambda in us-east-1 since 1 August 2025: as before, and the init phase is billed.
///
/// Source: AWS Compute blog, April 2025. Published REPORT lines add init and duration before they round.
pub static AWS_2025_08: Tariff = Tariff {
    id: "aws-2025-08",
    name: "AWS, since August 2025",
    since: "1 August 2025",
    source: "AWS Compute blog, April 2025, and the pricing page (x86, us-east-1, first tier)",
    is_confirmed: true,
    granule: SimDuration::from_millis(1),
    minimum: SimDuration::ZERO,
    bills_init: true,
    reports_init: true,
    price_per_request: AWS_REQUEST,
    free_tier: AWS_FREE,
    memory: AWS_MEMORY_SINCE_2020,
};

/// AWS Lambda on arm64 processors, as since August 2025: the same at a lower price for time.
///
/// Source: pricing page (arm64, us-east-1, first tier: up to 7.5 billion GB-seconds a month). Sold since 29 September
/// 2021; the processor is another one, and how much faster or slower it is for a given handler is not modelled.
pub static AWS_2025_08_ARM64: Tariff = Tariff {
    id: "aws-2025-08-arm64",
    name: "AWS arm64, since August 2025",
    since: "1 August 2025",
    source: "AWS Compute blog, April 2025, and the pricing page (arm64, us-east-1, first tier)",
    is_confirmed: true,
    granule: SimDuration::from_millis(1),
    minimum: SimDuration::ZERO,
    bills_init: true,
    reports_init: true,
    price_per_request: AWS_REQUEST,
    free_tier: AWS_FREE,
    memory: Memory::Metered {
        smallest: MemorySize::from_megabytes(128),
        largest: MemorySize::from_megabytes(10_240),
        step: 1,
        price_per_gigabyte_second: Money::from_femto_dollars(13_333_400_000),
    },
};

/// Azure Functions, Consumption plan: at least 100 ms and 128 MB an execution, memory in steps of 128 MB.
///
/// Source: the plan's meter list and pricing page. Azure charges for the memory that was in use, and once where
/// several executions share an instance; here the configured size and every execution count, an upper bound.
pub static AZURE_CONSUMPTION: Tariff = Tariff {
    id: "azure-consumption",
    name: "Azure Functions, Consumption plan",
    since: "November 2016",
    source: "Azure meter list and pricing page; the day of the start is recalled",
    is_confirmed: true,
    granule: SimDuration::from_millis(1),
    minimum: SimDuration::from_millis(100),
    bills_init: false,
    reports_init: false,
    price_per_request: Money::from_nano_dollars(200),
    free_tier: AWS_FREE,
    memory: Memory::Metered {
        smallest: MemorySize::from_megabytes(128),
        largest: MemorySize::from_megabytes(1_536),
        step: 128,
        price_per_gigabyte_second: Money::from_femto_dollars(16_000_000_000),
    },
};

/// A size of Google's with its megahertz.
const fn with_processor(megabytes: u32, megahertz: u32) -> (MemorySize, u32) {
    (MemorySize::from_megabytes(megabytes), megahertz)
}

/// Google Cloud Functions, 1st generation: memory and processor are charged for, in steps of 100 ms.
///
/// Source: copies of the pricing page of July 2017 and January 2021. One request at a time in an instance.
pub static GOOGLE_FUNCTIONS_1: Tariff = Tariff {
    id: "google-functions-1",
    name: "Google Cloud Functions, 1st generation",
    since: "March 2017",
    source: "copies of the pricing page of July 2017 and January 2021",
    is_confirmed: true,
    granule: SimDuration::from_millis(100),
    minimum: SimDuration::ZERO,
    bills_init: false,
    reports_init: false,
    price_per_request: Money::from_nano_dollars(400),
    free_tier: FreeTier {
        requests: 2_000_000,
        gigabyte_seconds: 400_000,
        gigahertz_seconds: 200_000,
    },
    memory: Memory::WithProcessor {
        sizes: &[
            with_processor(128, 200),
            with_processor(256, 400),
            with_processor(512, 800),
            with_processor(1_024, 1_400),
            with_processor(2_048, 2_400),
            with_processor(4_096, 4_800),
            with_processor(8_192, 4_800),
        ],
        price_per_gigabyte_second: Money::from_femto_dollars(2_500_000_000),
        price_per_gigahertz_second: Money::from_femto_dollars(10_000_000_000),
    },
};

/// Cloud Run functions (the 2nd generation), charged by request in steps of 100 ms. Unconfirmed.
///
/// Recalled, not read again: $0.000024 for a vCPU-second, $0.0000025 for a GiB-second, $0.40 per million. Every size is
/// taken with one whole vCPU (written here as 1,000 megahertz), and each request is charged by itself, while Google
/// counts the time in which an instance serves anybody once: an upper bound.
pub static CLOUD_RUN_FUNCTIONS: Tariff = Tariff {
    id: "cloud-run-functions",
    name: "Cloud Run functions",
    since: "2024",
    source: "recalled from the pricing page, not read again",
    is_confirmed: false,
    granule: SimDuration::from_millis(100),
    minimum: SimDuration::ZERO,
    bills_init: false,
    reports_init: false,
    price_per_request: Money::from_nano_dollars(400),
    free_tier: FreeTier {
        requests: 2_000_000,
        gigabyte_seconds: 360_000,
        gigahertz_seconds: 180_000,
    },
    memory: Memory::WithProcessor {
        sizes: &[
            with_processor(512, 1_000),
            with_processor(1_024, 1_000),
            with_processor(2_048, 1_000),
            with_processor(4_096, 1_000),
        ],
        price_per_gigabyte_second: Money::from_femto_dollars(2_500_000_000),
        price_per_gigahertz_second: Money::from_femto_dollars(24_000_000_000),
    },
};
