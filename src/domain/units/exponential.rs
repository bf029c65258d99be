//! Exponentially distributed numbers, the same on every platform.
//!
//! The ziggurat method (Marsaglia and Tsang, 2000): the area under the density is cut into 256 layers of equal size,
//! and nearly every number comes from a layer's inner part, with one multiplication and no logarithm.

use super::Draws;

const LAYERS: usize = 256;
/// Where the tail begins, and the size of each layer: the values of the method's authors for 256 layers.
const TAIL: f64 = 7.697_117_470_131_05;
const AREA: f64 = 0.003_949_659_822_581_572;

/// Draws numbers with mean 1.
#[derive(Clone, Debug)]
pub struct Exponential {
    /// The right edge of each layer, from the lowest; the first is as wide as a layer with the tail would be.
    edges: Box<[f64; LAYERS + 1]>,
    /// The density at each edge.
    heights: Box<[f64; LAYERS + 1]>,
}

impl Default for Exponential {
    fn default() -> Exponential {
        Exponential::new()
    }
}

impl Exponential {
    /// Computes the tables, in some microseconds.
    pub fn new() -> Exponential {
        let mut edges = Box::new([0.0; LAYERS + 1]);
        let mut heights = Box::new([1.0; LAYERS + 1]);
        edges[0] = AREA / libm::exp(-TAIL);
        edges[1] = TAIL;
        for layer in 1..LAYERS - 1 {
            edges[layer + 1] = -libm::log(AREA / edges[layer] + libm::exp(-edges[layer]));
        }
        for layer in 0..LAYERS {
            heights[layer] = libm::exp(-edges[layer]);
        }
        Exponential { edges, heights }
    }

    /// The next number.
    #[inline]
    pub fn draw(&self, draws: &mut Draws) -> f64 {
        loop {
            let bits = draws.bits();
            let layer = (bits & 0xff) as usize;
            let number = (bits >> 11) as f64 / (1_u64 << 53) as f64 * self.edges[layer];
            if number < self.edges[layer + 1] {
                return number;
            }
            if layer == 0 {
                // The tail of an exponential is an exponential.
                return TAIL - libm::log(1.0 - draws.unit_interval());
            }
            let (low, high) = (self.heights[layer], self.heights[layer + 1]);
            if low + (high - low) * draws.unit_interval() < libm::exp(-number) {
                return number;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Purpose, Seed};
    use super::*;

    #[test]
    fn numbers_are_distributed_exponentially() {
        let exponential = Exponential::new();
        let mut draws = Seed(1).draws(Purpose::ServiceTimes, 0);
        let numbers: Vec<f64> = (0..400_000).map(|_| exponential.draw(&mut draws)).collect();
        let share = |limit: f64| {
            numbers.iter().filter(|&&number| number > limit).count() as f64 / numbers.len() as f64
        };
        for limit in [0.01, 0.1, 0.5, 1.0, 2.0, 4.0, 7.6, 7.8, 9.0] {
            let expected = libm::exp(-limit);
            let error = libm::sqrt(expected * (1.0 - expected) / numbers.len() as f64);
            let found = share(limit);
            assert!(
                (found - expected).abs() < 4.0 * error,
                "above {limit}: {found}, {expected}"
            );
        }
        let mean = numbers.iter().sum::<f64>() / numbers.len() as f64;
        assert!(
            (mean - 1.0).abs() < 4.0 / libm::sqrt(numbers.len() as f64),
            "{mean}"
        );
    }
}
