//! Heights within a lane, in pixels. Widths are per cent of the track, so that a lane stretches without being drawn anew.

/// How lanes are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum LaneForm {
    /// With words, where there is height enough.
    #[default]
    Tall,
    /// With words, for low windows.
    Low,
    /// Without words, for many lanes.
    Dense,
}

/// Where things stand in a lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LaneGeometry {
    /// The height of the lane.
    pub(crate) lane: f64,
    /// The upper edge of bars.
    pub(crate) top: f64,
    /// The height of bars.
    pub(crate) bar: f64,
    /// Half the height of the band of a warm container.
    pub(crate) half_band: f64,
    /// The first level of billed lines.
    pub(crate) billed: f64,
    /// From one level of billed lines to the next.
    pub(crate) billed_step: f64,
}

impl LaneForm {
    /// Whether there is room for words.
    pub(crate) fn has_words(self) -> bool {
        self != LaneForm::Dense
    }

    /// The heights of this form.
    pub(crate) fn geometry(self) -> LaneGeometry {
        match self {
            LaneForm::Tall => LaneGeometry {
                lane: 46.0,
                top: 6.0,
                bar: 24.0,
                half_band: 4.0,
                billed: 35.0,
                billed_step: 4.5,
            },
            LaneForm::Low => LaneGeometry {
                lane: 36.0,
                top: 4.0,
                bar: 18.0,
                half_band: 4.0,
                billed: 26.0,
                billed_step: 4.5,
            },
            LaneForm::Dense => LaneGeometry {
                lane: 11.0,
                top: 1.5,
                bar: 6.0,
                half_band: 2.0,
                billed: 9.0,
                billed_step: 1.5,
            },
        }
    }
}

impl LaneGeometry {
    /// The middle of bars and bands.
    pub(crate) fn middle(&self) -> f64 {
        self.top + self.bar / 2.0
    }

    /// The baseline of words that stand in a bar.
    pub(crate) fn baseline(&self) -> f64 {
        self.middle() + 4.5
    }
}
