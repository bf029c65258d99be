//! What exists in Node.js and cannot work here: it is there, and using it says why.
//!
//! A module that is only loaded does no harm, so `require` succeeds and the error comes with the first use. AWS's own
//! SDK is refused at once, because nothing of it could ever work.

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsPromise;
use boa_engine::{
    Context, JsError, JsNativeError, JsObject, JsResult, JsValue, NativeFunction, js_string,
};

use super::argument_errors::coded;
use crate::error_stack;

const NO_NETWORK: &str = "this simulated function has no network. Put the data that it should get into the event or \
                          the code";
const ONE_PROCESS: &str = "this simulated environment is a single process without threads";
const NO_STREAMS: &str =
    "streams are not part of this simulation. Read and write whole files, strings and buffers";
const NO_CODEC: &str = "compression is not part of this simulation";
const NO_INTERNALS: &str =
    "the inside of the JavaScript engine cannot be reached in this simulation";

/// A module: its name, why it does not work, and its functions.
type Refused = (&'static str, &'static str, &'static [&'static str]);

const HTTP: &[&str] = &[
    "request",
    "get",
    "createServer",
    "Agent",
    "Server",
    "ClientRequest",
    "IncomingMessage",
];
const SOCKETS: &[&str] = &[
    "connect",
    "createConnection",
    "createServer",
    "Socket",
    "Server",
];
const STREAMS: &[&str] = &[
    "Readable",
    "Writable",
    "Duplex",
    "Transform",
    "PassThrough",
    "pipeline",
    "finished",
];

/// In alphabetical order.
const REFUSED: [Refused; 21] = [
    (
        "async_hooks",
        NO_INTERNALS,
        &[
            "AsyncLocalStorage",
            "AsyncResource",
            "createHook",
            "executionAsyncId",
        ],
    ),
    (
        "child_process",
        ONE_PROCESS,
        &[
            "exec",
            "execFile",
            "execFileSync",
            "execSync",
            "fork",
            "spawn",
            "spawnSync",
        ],
    ),
    ("cluster", ONE_PROCESS, &["fork", "setupPrimary"]),
    ("dgram", NO_NETWORK, &["createSocket"]),
    (
        "dns",
        NO_NETWORK,
        &["lookup", "resolve", "resolve4", "resolve6", "reverse"],
    ),
    (
        "dns/promises",
        NO_NETWORK,
        &["lookup", "resolve", "resolve4", "resolve6", "reverse"],
    ),
    ("http", NO_NETWORK, HTTP),
    (
        "http2",
        NO_NETWORK,
        &["connect", "createServer", "createSecureServer"],
    ),
    ("https", NO_NETWORK, HTTP),
    (
        "inspector",
        NO_INTERNALS,
        &["open", "close", "url", "Session"],
    ),
    ("net", NO_NETWORK, SOCKETS),
    ("readline", NO_STREAMS, &["createInterface", "question"]),
    ("readline/promises", NO_STREAMS, &["createInterface"]),
    ("repl", NO_STREAMS, &["start"]),
    ("stream", NO_STREAMS, STREAMS),
    ("stream/promises", NO_STREAMS, &["pipeline", "finished"]),
    ("tls", NO_NETWORK, SOCKETS),
    (
        "v8",
        NO_INTERNALS,
        &[
            "serialize",
            "deserialize",
            "getHeapStatistics",
            "writeHeapSnapshot",
        ],
    ),
    (
        "vm",
        NO_INTERNALS,
        &[
            "runInContext",
            "runInNewContext",
            "runInThisContext",
            "createContext",
            "Script",
        ],
    ),
    (
        "worker_threads",
        ONE_PROCESS,
        &["Worker", "MessageChannel", "MessagePort"],
    ),
    (
        "zlib",
        NO_CODEC,
        &[
            "gzip",
            "gunzip",
            "deflate",
            "inflate",
            "gzipSync",
            "gunzipSync",
            "deflateSync",
            "inflateSync",
            "brotliCompressSync",
            "brotliDecompressSync",
            "createGzip",
            "createGunzip",
        ],
    ),
];

/// The names of the modules.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    REFUSED.iter().map(|(name, ..)| *name)
}

/// Whether a module of this name is one of them.
pub(crate) fn is_refused(name: &str) -> bool {
    names().any(|known| known == name)
}

/// The module of this name, if it is one of them.
pub(crate) fn module(name: &str, context: &mut Context) -> JsResult<Option<JsValue>> {
    let Some(&(name, reason, functions)) = REFUSED.iter().find(|(known, ..)| *known == name) else {
        return Ok(None);
    };
    let module = JsObject::with_object_proto(context.intrinsics());
    for &function in functions {
        let refuse = NativeFunction::from_copy_closure(move |_, _, context| {
            Err(refusal(&format!("{name}.{function}"), reason, context))
        });
        put(&module, function, refuse, context)?;
    }
    if name == "worker_threads" {
        module.set(js_string!("isMainThread"), true, true, context)?;
    }
    Ok(Some(module.into()))
}

/// The global objects of this kind.
pub(crate) fn globals(context: &mut Context) -> JsResult<JsValue> {
    let globals = JsObject::with_object_proto(context.intrinsics());
    let fetch = NativeFunction::from_fn_ptr(|_, _, context| {
        let error = refusal("fetch", NO_NETWORK, context).into_opaque(context)?;
        if let (Some(error), Some(frame)) = (error.as_object(), error_stack::caller(context)?) {
            error_stack::set_caller(&error, &frame, context);
        }
        Ok(JsPromise::reject(JsError::from_opaque(error), context)?.into())
    });
    put(&globals, "fetch", fetch, context)?;
    for name in [
        "Blob",
        "FormData",
        "Headers",
        "Request",
        "Response",
        "WebSocket",
    ] {
        let reason = if name == "Blob" {
            NO_STREAMS
        } else {
            NO_NETWORK
        };
        let refuse = NativeFunction::from_copy_closure(move |_, _, context| {
            Err(refusal(name, reason, context))
        });
        put(&globals, name, refuse, context)?;
    }
    Ok(globals.into())
}

fn put(
    object: &JsObject,
    name: &str,
    function: NativeFunction,
    context: &mut Context,
) -> JsResult<()> {
    // Many of these are classes in Node.js, and `new` has to give the same reason.
    let function = FunctionObjectBuilder::new(context.realm(), function)
        .name(js_string!(name))
        .constructor(name.starts_with(|first: char| first.is_ascii_uppercase()))
        .build();
    object.set(js_string!(name), function, true, context)?;
    Ok(())
}

/// The error of using something that cannot work.
pub(crate) fn refusal(what: &str, reason: &str, context: &mut Context) -> JsError {
    let error = JsNativeError::typ().with_message(format!("{what} cannot work here: {reason}."));
    coded(error, "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM", context)
}

/// Why a package is not there, where more can be said than that it is not; it follows the name in the message.
pub(crate) fn why_missing(package: &str) -> Option<String> {
    let is_sdk = package == "aws-sdk"
        || package.starts_with("aws-sdk/")
        || package.starts_with("@aws-sdk/")
        || package.starts_with("@smithy/");
    is_sdk.then(|| format!(": the AWS SDK is not part of this simulation, because {NO_NETWORK}"))
}
