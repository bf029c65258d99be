//! The reference's bill: rule 10 and the sums of the output, in plain arithmetic.

use serde_json::Value;

#[derive(Debug)]
pub struct Prices {
    granule: i64,
    bills_init: bool,
    memory: f64,
    duration: f64,
    request: f64,
    provisioned: f64,
    provisioned_duration: f64,
    server: f64,
}

impl Prices {
    pub fn of(billing: &Value) -> Prices {
        let number = |name: &str| billing[name].as_f64();
        let duration = number("pricePerGbSecond").unwrap_or(0.0);
        Prices {
            granule: (number("granularityMs").unwrap_or(1.0) * 1000.0).round() as i64,
            bills_init: billing["billInit"] == true,
            memory: number("memoryMb").unwrap_or(0.0),
            duration,
            request: number("pricePerRequest").unwrap_or(0.0),
            provisioned: number("provisionedPricePerGbSecond").unwrap_or(0.0),
            provisioned_duration: number("provisionedDurationPricePerGbSecond").unwrap_or(duration),
            server: number("serverPricePerHour").unwrap_or(0.0),
        }
    }

    pub fn billed(&self, handler: Option<i64>, init: Option<i64>) -> i64 {
        let mut measured = handler;
        if self.bills_init
            && let Some(init) = init
        {
            measured = Some(measured.unwrap_or(0) + init);
        }
        let Some(measured) = measured else {
            return 0;
        };
        let mut granules = 1;
        while granules * self.granule < measured {
            granules += 1;
        }
        granules * self.granule
    }

    pub fn gb_seconds(&self, micros: i64) -> f64 {
        micros as f64 / 1e6 * self.memory / 1024.0
    }

    pub fn cost(
        &self,
        on_demand: i64,
        on_provisioned: i64,
        served: i64,
        provisioned: i64,
        horizon: i64,
    ) -> f64 {
        self.gb_seconds(on_demand) * self.duration
            + self.gb_seconds(on_provisioned) * self.provisioned_duration
            + served as f64 * self.request
            + provisioned as f64 * self.gb_seconds(horizon) * self.provisioned
    }

    pub fn server_cost(&self, horizon: i64) -> f64 {
        horizon as f64 / 3.6e9 * self.server
    }
}
