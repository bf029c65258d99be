//! How a value is printed.

use boa_engine::{Context, JsObject, JsResult, JsValue, js_string};

/// How many levels of objects are opened within the first; `None` is all, and -1 is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Depth(pub(super) Option<i64>);

impl Depth {
    /// `console.log(value)`
    pub(crate) const DEFAULT: Depth = Depth(Some(2));
    /// `%s`
    pub(crate) const SHALLOW: Depth = Depth(Some(0));
    /// `%o`
    pub(crate) const DEEP: Depth = Depth(Some(4));

    /// The member `depth` of options.
    pub(crate) fn of_option(options: &JsObject, context: &mut Context) -> JsResult<Depth> {
        let depth = options.get(js_string!("depth"), context)?;
        Ok(match depth.as_number() {
            Some(depth) if depth.is_finite() => Depth(Some(depth as i64)),
            None if depth.is_undefined() => Depth::DEFAULT,
            _ => Depth(None),
        })
    }
}

/// The options that Node.js knows, without colours.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    pub(crate) depth: Depth,
    /// Members that loops do not see, in brackets.
    pub(crate) show_hidden: bool,
    /// Members in the order of their names.
    pub(crate) sorted: bool,
    /// So many inner levels may stand on one line; 0 is none.
    pub(crate) compact: usize,
    /// Lines are broken beyond this length.
    pub(crate) break_length: f64,
    pub(crate) max_array_length: usize,
    pub(crate) max_string_length: usize,
    /// Whether objects may print themselves.
    pub(crate) custom_inspect: bool,
}

impl Options {
    /// Node's defaults with a depth.
    pub(crate) fn of_depth(depth: Depth) -> Options {
        Options {
            depth,
            show_hidden: false,
            sorted: false,
            compact: 3,
            break_length: 80.0,
            max_array_length: 100,
            max_string_length: 10_000,
            custom_inspect: true,
        }
    }

    /// `%o`
    pub(crate) fn of_letter_o() -> Options {
        Options {
            show_hidden: true,
            ..Options::of_depth(Depth::DEEP)
        }
    }

    /// A cell of `console.table`.
    pub(crate) fn of_cell(is_open: bool) -> Options {
        Options {
            max_array_length: 3,
            break_length: f64::INFINITY,
            ..Options::of_depth(Depth(Some(if is_open { 0 } else { -1 })))
        }
    }

    /// What an object of options says; everything else has its default.
    pub(crate) fn read(options: &JsObject, context: &mut Context) -> JsResult<Options> {
        let defaults = Options::of_depth(Depth::of_option(options, context)?);
        let mut member = |name: &str| options.get(js_string!(name), context);
        let count = |value: JsValue, default: usize| match value.as_number() {
            Some(number) if number.is_finite() => number.max(0.0) as usize,
            None if value.is_undefined() => default,
            _ => usize::MAX,
        };
        let compact = member("compact")?;
        Ok(Options {
            show_hidden: member("showHidden")?.to_boolean(),
            sorted: member("sorted")?.to_boolean(),
            compact: match compact.as_boolean() {
                Some(true) => 3,
                Some(false) => 0,
                None => count(compact, defaults.compact),
            },
            break_length: member("breakLength")?
                .as_number()
                .unwrap_or(defaults.break_length),
            max_array_length: count(member("maxArrayLength")?, defaults.max_array_length),
            max_string_length: count(member("maxStringLength")?, defaults.max_string_length),
            custom_inspect: !matches!(member("customInspect")?.as_boolean(), Some(false)),
            ..defaults
        })
    }
}
