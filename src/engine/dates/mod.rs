//! `Date` on the virtual clock, with the texts that Node.js writes and reads on Lambda: English, in UTC.

mod calendar;
mod constructor;
mod locale;
mod reader;
mod texts;

use boa_engine::{Context, JsResult};

/// Replaces what boa has otherwise, in the current realm.
pub(crate) fn install(context: &mut Context) -> JsResult<()> {
    constructor::install(context)?;
    texts::install(context)
}
