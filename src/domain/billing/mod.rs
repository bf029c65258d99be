//! What a run costs under a dated tariff. A bill is a function of the pool's trace and nothing else, so that the
//! rule books of different years bill the same run.

mod bill;
mod gateway;
mod metering;
mod month;
mod server;
mod tariff;
mod tariffs;

pub use bill::{Bill, DurationCharge, RequestCharge};
pub use gateway::{GATEWAYS, Gateway, HTTP_API, REST_API};
pub use metering::Metering;
pub use month::{Month, MonthlyBill};
pub use server::{
    LoadOnServer, SERVERS, Server, T2_MICRO, T2_MICRO_2014, T3_MEDIUM, T3_MICRO, T3_SMALL,
    WORK_BESIDE_HANDLER,
};
pub use tariff::{FreeTier, Rate, Tariff};
pub use tariffs::{
    AWS_2016_12, AWS_2020_12, AWS_2025_08, AWS_2025_08_ARM64, AZURE_CONSUMPTION,
    CLOUD_RUN_FUNCTIONS, ELSEWHERE, GOOGLE_FUNCTIONS_1, TARIFFS,
};
