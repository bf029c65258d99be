//! Hints in plain words for the mistakes that readers make most. AWS's own text always stands beside them.

/// What to do about an error of this name and message; `None` where nothing helpful is known.
pub(crate) fn for_error(name: &str, message: &str) -> Option<String> {
    let found = HINTS
        .iter()
        .find(|(of, part, _)| (of.is_empty() || *of == name) && message.contains(part));
    found.map(|(.., hint)| (*hint).to_owned())
}

/// The name of an error (empty is any), a part of its message, and the hint.
const HINTS: &[(&str, &str, &str)] = &[
    (
        "TypeError",
        "Cannot read properties of null (reading",
        "What stands before the dot is null. A request without a query string, say, has queryStringParameters null: read \
         it with ?. as in event.queryStringParameters?.colour, or send one.",
    ),
    (
        "TypeError",
        "Cannot read properties of undefined (reading",
        "What stands before the dot is undefined: look at the spelling, and print what holds it with console.log. If it \
         may be missing, read it with ?. in place of the dot.",
    ),
    (
        "TypeError",
        "Cannot set properties of",
        "What stands before the dot is nothing that could take a member. Make it first, with {} or [].",
    ),
    (
        "TypeError",
        "Cannot destructure",
        "Members are taken out of something that is null or undefined. Give it a default: = {}.",
    ),
    (
        "TypeError",
        "Cannot convert undefined or null to object",
        "Something here is null or undefined where an object is needed. A default helps: Object.keys(value ?? {}).",
    ),
    (
        "TypeError",
        "is not a function",
        "What is called here is not a function. Look at its spelling, and at what it holds at this moment.",
    ),
    (
        "TypeError",
        "is not a constructor",
        "new works with classes and with functions made for it. Look at what this name holds.",
    ),
    (
        "TypeError",
        "is not iterable",
        "Only lists, texts, maps, sets and the like can be gone through with for … of or spread. Look at what this holds.",
    ),
    (
        "TypeError",
        "Assignment to constant variable",
        "A const keeps its first value. Declare it with let if it has to change.",
    ),
    (
        "TypeError",
        "Converting circular structure to JSON",
        "The value holds itself somewhere, and JSON has no way to write that. Take out the part that you need.",
    ),
    (
        "TypeError",
        "serialize a BigInt",
        "JSON has no BigInt. Write String(number), or Number(number) if it is small enough.",
    ),
    (
        "TypeError",
        "Cannot use 'in' operator",
        "What stands behind in has no members. Test first whether it is there at all: value && 'name' in value.",
    ),
    (
        "TypeError",
        "Cannot mix BigInt",
        "A number with an n at its end is a BigInt, and calculates with BigInts only. Turn one of the two with Number(…) or BigInt(…).",
    ),
    (
        "TypeError",
        "cannot be invoked without 'new'",
        "A class makes objects with new: new Kite(), not Kite().",
    ),
    (
        "TypeError",
        "Cannot assign to read only property",
        "The object was frozen, or the member has no setter. Make a changed copy: { ...object, colour: 'red' }.",
    ),
    (
        "TypeError",
        "Invalid URL",
        "A URL begins with its scheme, as in https://example.com/kites. A path alone needs a second argument to stand on.",
    ),
    (
        "TypeError",
        "argument must be",
        "A function of Node.js was given a value of another type than it takes. The message says which argument, and what it was.",
    ),
    (
        "TypeError",
        "no network",
        "Nothing can be fetched here. Put what would come back into the event, or into a constant in the code.",
    ),
    (
        "TypeError",
        "cannot work here",
        "This part of Node.js does not exist in the simulation. Take it out, or stand something in for it.",
    ),
    (
        "RangeError",
        "Invalid array length",
        "The length of an array is a whole number from 0 on. Look at what was calculated for it.",
    ),
    (
        "RangeError",
        "Invalid count value",
        "A text cannot be repeated less than no times. Look at what was calculated for the count.",
    ),
    (
        "RangeError",
        "Invalid time value",
        "The date is not one: what it was made from could not be read. Print that, and test with Number.isNaN(date.getTime()).",
    ),
    (
        "RangeError",
        "is out of range",
        "The number is smaller or larger than this function of Node.js takes. The message says which numbers it takes.",
    ),
    (
        "URIError",
        "",
        "The text has a per cent sign that is followed by no two hexadecimal digits. Was it decoded before?",
    ),
    (
        "AssertionError",
        "",
        "A test in the code did not hold. The message shows what was there and what was expected.",
    ),
    (
        "Error",
        "ENOENT",
        "There is no file or folder at this path. Each new container begins with an empty /tmp, so write a file before it is read, and make its folder first.",
    ),
    (
        "Error",
        "EROFS",
        "Only /tmp can be written to; the folder of the code cannot. Write to /tmp/… instead.",
    ),
    (
        "Error",
        "ENOSPC",
        "/tmp is full: it holds 512 MB, and keeps them from one invocation to the next. Delete what is no longer needed.",
    ),
    (
        "Error",
        "EEXIST",
        "Something of this name is there already. mkdir has { recursive: true } to be content with that.",
    ),
    (
        "ReferenceError",
        "before initialization",
        "The name is used above the line that declares it with let, const or class. Move the declaration up.",
    ),
    (
        "ReferenceError",
        "in ES module scope",
        "This file is an ES module: load with import, and export with export const handler = ….",
    ),
    (
        "ReferenceError",
        "is not defined",
        "Nothing of this name exists here. Look at its spelling, or declare it with const or let.",
    ),
    (
        "RangeError",
        "Maximum call stack",
        "A function calls itself without an end. Look for the condition that should stop it.",
    ),
    (
        "SyntaxError",
        "JSON",
        "The text is not JSON. A request without a body has body null, and a form is not JSON either.",
    ),
    (
        "SyntaxError",
        "regular expression",
        "The regular expression cannot be read. Letters that mean something in it need a backslash: ( ) [ ] { } * + ? . ^ $ |",
    ),
    (
        "",
        "Unable to stringify response body",
        "The answer has to be something JSON can hold: no circle of references and no BigInt.",
    ),
    (
        "Runtime.ImportModuleError",
        "Cannot find module",
        "Node's own modules can be loaded here; packages and other files cannot, because nothing is installed.",
    ),
    (
        "Runtime.UserCodeSyntaxError",
        "",
        "The code cannot be read. The mistake is at the marked place or just before it.",
    ),
    (
        "Runtime.MalformedHandlerName",
        "",
        "A handler string is the file's name, a dot and the export: index.handler is the export handler of index.js.",
    ),
    (
        "",
        "Cannot find package",
        "Node's own modules can be imported here; packages cannot, because nothing is installed.",
    ),
    (
        "",
        "imported from /var/task",
        "The function has one file. Put what is in the other into it.",
    ),
    (
        "Error",
        "",
        "The code throws this error, and nothing catches it, so it becomes the answer. Where something better can be \
         answered, catch it: try { … } catch (error) { … }.",
    ),
];

/// What to do about something thrown that is no error.
pub(crate) const NO_ERROR: &str =
    "What was thrown is no Error, so nothing is known of its place. Throw new Error('…') instead.";

#[cfg(test)]
mod families;
#[cfg(test)]
mod tests;
