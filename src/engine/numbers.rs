//! Numbers and texts in the order and form of the United States, without tables of other languages:
//! `Number.prototype.toLocaleString`, that of BigInt, and `String.prototype.localeCompare`.

use std::cmp::Ordering;

use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsValue, js_string};

use crate::globals::define_function;
use crate::host::Host;

/// Letters that are compared with a unit of work.
const LETTERS_PER_UNIT: u64 = 8;

/// Digits behind the point where nothing else is asked for.
const MOST_DIGITS: usize = 3;

/// Replaces the methods of the current realm.
pub(crate) fn install(context: &mut Context) -> JsResult<()> {
    let constructors = context.intrinsics().constructors();
    let number = constructors.number().prototype();
    let big = constructors.bigint().prototype();
    let string = constructors.string().prototype();
    define_function(&number, "toLocaleString", 0, number_text, context)?;
    define_function(&big, "toLocaleString", 0, big_text, context)?;
    define_function(&string, "localeCompare", 1, compare, context)
}

fn number_text(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let own = this
        .as_object()
        .and_then(|object| object.downcast_ref::<f64>().map(|number| *number));
    let number = own.or_else(|| this.as_number()).ok_or_else(|| {
        JsNativeError::typ()
            .with_message("Number.prototype.toLocaleString requires that 'this' be a Number")
    })?;
    let options = arguments.get(1).and_then(JsValue::as_object);
    let style = Style::read(options.as_ref(), context)?;
    Ok(js_string!(style.write(number)).into())
}

fn big_text(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let text = this.to_string(context)?.to_std_string_lossy();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.as_str()),
    };
    Ok(js_string!(format!("{sign}{}", grouped(digits))).into())
}

/// How a number is written.
#[derive(Clone, Debug)]
struct Style {
    least_digits: usize,
    most_digits: usize,
    is_grouped: bool,
    is_percent: bool,
    /// The sign or the name of a currency, before the number.
    currency: Option<String>,
}

impl Style {
    fn read(options: Option<&JsObject>, context: &mut Context) -> JsResult<Style> {
        let mut member = |name: &str| -> JsResult<Option<String>> {
            let value = match options {
                Some(options) => options.get(js_string!(name), context)?,
                None => return Ok(None),
            };
            match value.is_undefined() {
                true => Ok(None),
                false => Ok(Some(value.to_string(context)?.to_std_string_lossy())),
            }
        };
        let style = member("style")?;
        let currency = member("currency")?.map(|code| match code.as_str() {
            "USD" => "$".to_owned(),
            "EUR" => "€".to_owned(),
            "GBP" => "£".to_owned(),
            "JPY" => "¥".to_owned(),
            "INR" => "₹".to_owned(),
            other => format!("{other}\u{a0}"),
        });
        let is_currency = style.as_deref() == Some("currency");
        let is_percent = style.as_deref() == Some("percent");
        if is_currency && currency.is_none() {
            let message = "Currency code is required with currency style.";
            return Err(JsNativeError::typ().with_message(message).into());
        }
        let has_cents = currency.as_deref() != Some("¥");
        let (least, most) = match (is_currency, is_percent) {
            (true, _) => (usize::from(has_cents) * 2, usize::from(has_cents) * 2),
            (_, true) => (0, 0),
            _ => (0, MOST_DIGITS),
        };
        let digits = |text: Option<String>| -> JsResult<Option<usize>> {
            let Some(text) = text else {
                return Ok(None);
            };
            match text.parse() {
                Ok(digits @ 0..=100) => Ok(Some(digits)),
                _ => Err(JsNativeError::range()
                    .with_message("digits value is out of range.")
                    .into()),
            }
        };
        let (wanted_least, wanted_most) = (
            digits(member("minimumFractionDigits")?)?,
            digits(member("maximumFractionDigits")?)?,
        );
        let least_digits = wanted_least.unwrap_or(least.min(wanted_most.unwrap_or(least)));
        Ok(Style {
            least_digits,
            most_digits: wanted_most.unwrap_or(most.max(least_digits)),
            is_grouped: member("useGrouping")?.as_deref() != Some("false"),
            is_percent,
            currency: currency.filter(|_| is_currency),
        })
    }

    fn write(&self, number: f64) -> String {
        let sign = if number.is_sign_negative() { "-" } else { "" };
        let currency = self.currency.as_deref().unwrap_or_default();
        let percent = if self.is_percent { "%" } else { "" };
        if number.is_nan() {
            return format!("{currency}NaN{percent}");
        }
        if number.is_infinite() {
            return format!("{sign}{currency}∞{percent}");
        }
        let shift = if self.is_percent { 2 } else { 0 };
        let text = shifted(&rounded(number.abs(), self.most_digits + shift), shift);
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mut fraction = fraction.to_owned();
        while fraction.len() > self.least_digits && fraction.ends_with('0') {
            fraction.pop();
        }
        let whole = match self.is_grouped {
            true => grouped(whole),
            false => whole.to_owned(),
        };
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{sign}{currency}{whole}{point}{fraction}{percent}")
    }
}

/// A number with so many digits behind the point, halves away from zero, reckoned on its shortest decimal form.
fn rounded(number: f64, digits: usize) -> String {
    let exact = format!("{number}");
    let (whole, fraction) = exact.split_once('.').unwrap_or((&exact, ""));
    if fraction.len() <= digits {
        let zeros = "0".repeat(digits - fraction.len());
        let point = if digits == 0 { "" } else { "." };
        return format!("{whole}{point}{fraction}{zeros}");
    }
    let mut kept: Vec<u8> = whole.bytes().chain(fraction.bytes().take(digits)).collect();
    if fraction.as_bytes()[digits] >= b'5' {
        let mut at = kept.len();
        loop {
            if at == 0 {
                kept.insert(0, b'1');
                break;
            }
            at -= 1;
            if kept[at] < b'9' {
                kept[at] += 1;
                break;
            }
            kept[at] = b'0';
        }
    }
    let point = kept.len() - digits;
    let text: String = kept.into_iter().map(char::from).collect();
    match digits {
        0 => text,
        _ => format!("{}.{}", &text[..point], &text[point..]),
    }
}

/// The same digits with the point so many places further to the right; there are enough digits behind it.
fn shifted(text: &str, places: usize) -> String {
    let Some((whole, fraction)) = text.split_once('.').filter(|_| places > 0) else {
        return text.to_owned();
    };
    let (moved, rest) = fraction.split_at(places);
    let whole = format!("{whole}{moved}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    match rest {
        "" => whole.to_owned(),
        rest => format!("{whole}.{rest}"),
    }
}

/// Digits in groups of three.
fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Punctuation in the order of the Unicode collation's root, before digits and letters.
const PUNCTUATION: &str = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

/// The place of a letter among all letters, whatever its case and accents.
fn weight(letter: char) -> (u8, u32) {
    match letter {
        letter if letter.is_whitespace() => (0, letter as u32),
        letter if letter.is_ascii() && !letter.is_alphanumeric() => {
            let place = PUNCTUATION.find(letter);
            (1, place.map_or(letter as u32, |place| place as u32))
        }
        letter if letter.is_numeric() => (3, letter as u32),
        letter if letter.is_alphabetic() => {
            let small = letter.to_lowercase().next().unwrap_or(letter);
            (4, small as u32)
        }
        letter => (2, letter as u32),
    }
}

fn is_accent(letter: char) -> bool {
    matches!(letter as u32, 0x300..=0x36f)
}

fn compare(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if this.is_null_or_undefined() {
        let message = "String.prototype.localeCompare called on null or undefined";
        return Err(JsNativeError::typ().with_message(message).into());
    }
    let other = arguments.first().cloned().unwrap_or_default();
    let (first, second) = (decomposed(this, context)?, decomposed(&other, context)?);
    let letters = (first.len() + second.len()) as u64;
    Host::of(context)
        .meter
        .charge(letters / LETTERS_PER_UNIT, context)?;
    let mut has = |name: &str, value: &str| -> JsResult<bool> {
        let Some(options) = arguments.get(2).and_then(JsValue::as_object) else {
            return Ok(false);
        };
        let found = options.get(js_string!(name), context)?.to_string(context)?;
        Ok(found.to_std_string_lossy() == value)
    };
    let is_numeric = has("numeric", "true")?;
    let is_base = has("sensitivity", "base")?;
    let is_accent_only = has("sensitivity", "accent")?;
    let mut order = primary(&first, &second, is_numeric);
    if !is_base {
        let accents = |text: &str| text.chars().filter(|&it| is_accent(it)).collect::<String>();
        order = order.then_with(|| accents(&first).cmp(&accents(&second)));
        if !is_accent_only {
            // Small letters come before capitals.
            let cases = |text: &str| text.chars().map(char::is_uppercase).collect::<Vec<_>>();
            order = order.then_with(|| cases(&first).cmp(&cases(&second)));
        }
    }
    Ok(JsValue::from(order as i32))
}

/// A text with its accents apart.
fn decomposed(value: &JsValue, context: &mut Context) -> JsResult<String> {
    let text = value.to_string(context)?;
    let plain = text.to_std_string_lossy();
    if plain.is_ascii() {
        return Ok(plain);
    }
    let prototype = context.intrinsics().constructors().string().prototype();
    let normalize = prototype.get(js_string!("normalize"), context)?;
    let normalize = normalize.as_callable().ok_or_else(crate::meter::stop)?;
    let parts = normalize.call(&text.into(), &[js_string!("NFD").into()], context)?;
    Ok(parts.to_string(context)?.to_std_string_lossy())
}

fn primary(first: &str, second: &str, is_numeric: bool) -> Ordering {
    let letters = |text: &str| -> Vec<char> { text.chars().filter(|&it| !is_accent(it)).collect() };
    let (first, second) = (letters(first), letters(second));
    let (mut left, mut right) = (first.as_slice(), second.as_slice());
    while let (Some(&one), Some(&other)) = (left.first(), right.first()) {
        if is_numeric && one.is_ascii_digit() && other.is_ascii_digit() {
            let number = |text: &[char]| {
                let end = text.iter().position(|it| !it.is_ascii_digit());
                let digits: String = text[..end.unwrap_or(text.len())].iter().collect();
                let significant = digits.trim_start_matches('0').to_owned();
                (digits.len(), significant)
            };
            let ((taken, one), (other_taken, other)) = (number(left), number(right));
            let order = one.len().cmp(&other.len()).then_with(|| one.cmp(&other));
            if order != Ordering::Equal {
                return order;
            }
            (left, right) = (&left[taken..], &right[other_taken..]);
            continue;
        }
        match weight(one).cmp(&weight(other)) {
            Ordering::Equal => (left, right) = (&left[1..], &right[1..]),
            order => return order,
        }
    }
    left.len().cmp(&right.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_decimals() {
        for (number, digits, expected) in [
            (1234.5678, 3, "1234.568"),
            (0.5, 0, "1"),
            (9.995, 2, "10.00"),
            (3.0, 2, "3.00"),
            (1e21, 0, "1000000000000000000000"),
        ] {
            assert_eq!(rounded(number, digits), expected);
        }
        assert_eq!(grouped("1234567"), "1,234,567");
    }
}
