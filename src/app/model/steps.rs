//! Numbers of the settings, up and down by the arrow keys, in steps that make a difference.

use super::settings_form::thousandths;
use super::{Field, SettingsForm};

impl SettingsForm {
    /// What stands in a field after a step up or down; `None` if it holds no number, or none lies in that direction.
    pub(crate) fn stepped(&self, field: Field, is_up: bool) -> Option<String> {
        let (text, step, least, most) = match field {
            // Both kinds of price lists sell every multiple of 64 in their range.
            Field::Memory => (&self.memory, 64, 128, 10_240),
            Field::Timeout => (&self.timeout, 1, 1, 900),
            Field::KeepAlive => (&self.keep_alive, 60, 0, 86_400),
            Field::ConcurrencyLimit => (&self.concurrency_limit, 1, 0, 1_000),
            Field::InitTime => (&self.init_time, 10, 0, 60_000),
            Field::Seed => (&self.seed, 1, 0, u64::from(u32::MAX)),
            _ => return None,
        };
        // From no limit a step leads to the lowest one.
        if field == Field::ConcurrencyLimit && is_up && text.is_empty() {
            return Some("1".to_owned());
        }
        // Decimals are left behind: the next step is a round number.
        let number = thousandths(text, 0, u64::MAX)?;
        let (floor, is_round) = (number / 1_000 / step * step, number % (1_000 * step) == 0);
        let next = match (is_up, is_round) {
            (true, _) => floor + step,
            (false, true) => floor.checked_sub(step)?,
            (false, false) => floor,
        };
        let is_offered = field != Field::Memory || self.sells(next.try_into().ok()?);
        (is_offered && (least..=most).contains(&next)).then(|| next.to_string())
    }
}

#[cfg(test)]
mod tests {
    use domain::billing::AWS_2020_12;

    use super::*;

    #[test]
    fn steps_are_round_and_stay_in_range() {
        let mut form = SettingsForm::default();
        let step = |form: &SettingsForm, field, is_up| form.stepped(field, is_up);
        let first = step(&form, Field::ConcurrencyLimit, true);
        assert_eq!(first.as_deref(), Some("1"));
        assert_eq!(step(&form, Field::ConcurrencyLimit, false), None);
        assert_eq!(step(&form, Field::Memory, true).as_deref(), Some("192"));
        assert_eq!(step(&form, Field::Memory, false), None);
        form.memory = "1536".to_owned();
        assert_eq!(step(&form, Field::Memory, true), None);
        form.tariff = &AWS_2020_12;
        assert_eq!(step(&form, Field::Memory, true).as_deref(), Some("1600"));
        form.timeout = "2.5".to_owned();
        assert_eq!(step(&form, Field::Timeout, true).as_deref(), Some("3"));
        assert_eq!(step(&form, Field::Timeout, false).as_deref(), Some("2"));
        form.keep_alive = "600".to_owned();
        assert_eq!(step(&form, Field::KeepAlive, false).as_deref(), Some("540"));
        form.seed = "0".to_owned();
        assert_eq!(step(&form, Field::Seed, false), None);
        form.init_time = "soon".to_owned();
        assert_eq!(step(&form, Field::InitTime, true), None);
    }
}
