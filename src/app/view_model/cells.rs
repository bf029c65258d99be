//! More containers than lanes can show: a cell each, in the order of their slots, so that a cell stays where it is.

use domain::pool::PoolTrace;
use domain::units::SimTime;

use super::{ContainerState, Coordinate, slots};

/// A cell and the gap behind it, for some containers and for many.
const LARGE_PITCH_PX: f64 = 16.0;
const SMALL_PITCH_PX: f64 = 11.0;

/// Up to so many containers the cells are large.
const MOST_LARGE: usize = 200;

/// What part of the pitch a cell fills.
const GAP_PX: f64 = 3.0;

/// A grid of cells; all cells of a state are one path, so that a thousand are drawn at once.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cells {
    /// The height of the grid.
    pub(crate) height_px: f64,
    /// Bands of warm containers.
    pub(crate) bands: String,
    /// The lines in them.
    pub(crate) lines: String,
    /// Crosses of those that are gone.
    pub(crate) crosses: String,
    /// Where the chosen invocation's container is, and the side of its cell.
    pub(crate) ring: Option<(f64, f64, f64)>,
    pitch_px: f64,
    columns: usize,
    /// Who lives in each slot.
    inhabitants: Vec<usize>,
}

impl Cells {
    /// The grid of a trace on a track of this width.
    pub(crate) fn of(
        trace: &PoolTrace,
        rest: SimTime,
        width_px: f64,
        chosen: Option<usize>,
    ) -> Cells {
        let mut inhabitants: Vec<usize> = Vec::new();
        for (environment, slot) in slots(&trace.environments).into_iter().enumerate() {
            match inhabitants.get_mut(slot) {
                Some(inhabitant) => *inhabitant = environment,
                None => inhabitants.push(environment),
            }
        }
        let pitch_px = if inhabitants.len() > MOST_LARGE {
            SMALL_PITCH_PX
        } else {
            LARGE_PITCH_PX
        };
        let columns = ((width_px + GAP_PX) / pitch_px).floor().max(1.0) as usize;
        let mut cells = Cells {
            height_px: inhabitants.len().div_ceil(columns) as f64 * pitch_px - GAP_PX,
            bands: String::new(),
            lines: String::new(),
            crosses: String::new(),
            ring: None,
            pitch_px,
            columns,
            inhabitants: Vec::new(),
        };
        let ringed = chosen.and_then(|index| trace.environment.get(index).copied().flatten());
        for (slot, &environment) in inhabitants.iter().enumerate() {
            let (x, y) = cells.place(slot);
            cells.draw(
                x,
                y,
                ContainerState::at_rest(&trace.environments[environment], rest),
            );
            if ringed.is_some_and(|ringed| ringed.index() == environment) {
                cells.ring = Some((x, y, pitch_px - GAP_PX));
            }
        }
        cells.inhabitants = inhabitants;
        cells
    }

    /// The environment whose cell is at this point.
    pub(crate) fn environment_at(&self, x_px: f64, y_px: f64) -> Option<usize> {
        let column = (x_px / self.pitch_px).floor();
        let row = (y_px / self.pitch_px).floor();
        if column < 0.0 || row < 0.0 || column >= self.columns as f64 {
            return None;
        }
        self.inhabitants
            .get(row as usize * self.columns + column as usize)
            .copied()
    }

    fn place(&self, slot: usize) -> (f64, f64) {
        let (column, row) = (slot % self.columns, slot / self.columns);
        (column as f64 * self.pitch_px, row as f64 * self.pitch_px)
    }

    fn draw(&mut self, x: f64, y: f64, state: ContainerState) {
        let side = self.pitch_px - GAP_PX;
        match state {
            ContainerState::Warm => {
                let [x, y, middle, side] = [x, y, y + side / 2.0, side].map(Coordinate);
                self.bands
                    .push_str(&format!("M{x} {y}h{side}v{side}h-{side}z"));
                self.lines.push_str(&format!("M{x} {middle}h{side}"));
            }
            ContainerState::Gone(_) => {
                let [left, top, arm] = [x + side / 4.0, y + side / 4.0, side / 2.0].map(Coordinate);
                self.crosses
                    .push_str(&format!("M{left} {top}l{arm} {arm}m0-{arm}l-{arm} {arm}"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{Deed, run_of};

    #[test]
    fn a_thousand_containers_make_a_grid() {
        let (_, run) = run_of(&[(0, Deed::Answers(50)); 1_000]);
        let cells = Cells::of(&run.trace, run.trace.last_answer(), 538.0, Some(999));
        assert_eq!((cells.columns, cells.height_px), (49, 21.0 * 11.0 - 3.0));
        assert_eq!(cells.lines.matches('M').count(), 1_000);
        assert_eq!(cells.ring, Some((19.0 * 11.0, 20.0 * 11.0, 8.0)));
        assert_eq!(
            cells.environment_at(19.0 * 11.0 + 2.0, 20.0 * 11.0 + 2.0),
            Some(999)
        );
        assert_eq!(
            cells.environment_at(20.0 * 11.0 + 2.0, 20.0 * 11.0 + 2.0),
            None
        );
        assert_eq!(cells.environment_at(0.0, -1.0), None);
    }
}
