//! What is called: a name for the table, what is made once, and the expression that is timed.

/// Built-ins that this engine wraps or replaces, each with usual arguments.
pub(crate) const ROWS: [(&str, &str, &str); 48] = [
    ("an empty loop", "", "i"),
    ("JSON.parse, 60 bytes", SMALL_TEXT, "JSON.parse(text)"),
    ("JSON.parse, 11 kB", LARGE_TEXT, "JSON.parse(text)"),
    ("JSON.stringify, small", SMALL, "JSON.stringify(value)"),
    ("JSON.stringify, 11 kB", LARGE, "JSON.stringify(value)"),
    ("Math.sin", "", "Math.sin(i)"),
    ("Math.pow", "", "Math.pow(1.1, i % 9)"),
    ("Math.floor", "", "Math.floor(i / 3)"),
    ("Math.max of 3", "", "Math.max(i, 3, 7)"),
    ("Math.random", "", "Math.random()"),
    ("Date.now", "", "Date.now()"),
    ("new Date(number)", "", "new Date(i)"),
    ("Date.parse, ISO", "", "Date.parse('2016-12-23T12:00:00Z')"),
    (
        "Date toISOString",
        "const day = new Date(0);",
        "day.toISOString()",
    ),
    ("parseInt", "", "parseInt('1234', 10)"),
    ("parseFloat", "", "parseFloat('12.5')"),
    ("number toString", "", "(i + 0.5).toString()"),
    ("number toFixed", "", "(i / 3).toFixed(2)"),
    ("string indexOf", TEXT, "text.indexOf('kite 90')"),
    ("string includes", TEXT, "text.includes('kite 90')"),
    ("string slice", TEXT, "text.slice(5, 50)"),
    ("string split", TEXT, "text.split(' ')"),
    (
        "string replace, text",
        TEXT,
        "text.replace('kite 50', 'boat')",
    ),
    ("string replaceAll", TEXT, "text.replaceAll('kite', 'boat')"),
    ("string toUpperCase", TEXT, "text.toUpperCase()"),
    ("string trim", "const padded = '  kite  ';", "padded.trim()"),
    ("string padStart", "", "'7'.padStart(8, '0')"),
    ("string repeat", "", "'ab'.repeat(20)"),
    ("RegExp test", TEXT, "/kite 4\\d/.test(text)"),
    ("RegExp exec", TEXT, "/(\\w+) (9\\d)/.exec(text)"),
    (
        "string replace, RegExp",
        TEXT,
        "text.replace(/kite (\\d+)/g, '$1')",
    ),
    ("string match, RegExp", TEXT, "text.match(/\\d+/g)"),
    ("array map", LIST, "list.map((x) => x + 1)"),
    ("array filter", LIST, "list.filter((x) => x > 50)"),
    ("array reduce", LIST, "list.reduce((sum, x) => sum + x, 0)"),
    ("array sort", LIST, "list.slice().sort((a, b) => a - b)"),
    ("array join", LIST, "list.join(',')"),
    ("array indexOf", LIST, "list.indexOf(90)"),
    ("array concat", LIST, "list.concat(list)"),
    ("array slice", LIST, "list.slice(10, 90)"),
    ("array shift and push", LIST, "list.push(list.shift())"),
    ("Array.from", LIST, "Array.from(list)"),
    ("Object.keys", SMALL, "Object.keys(value)"),
    ("Object.entries", SMALL, "Object.entries(value)"),
    ("Object.assign", SMALL, "Object.assign({}, value)"),
    ("new Map(entries)", PAIRS, "new Map(pairs)"),
    ("Promise.resolve", "", "Promise.resolve(i)"),
    (
        "Function call",
        "function id(x) { return x; }",
        "id.call(null, i)",
    ),
];

const SMALL: &str =
    "const value = { id: 7, name: 'Delta', colours: ['red', 'blue'], price: 79.9, on: true };";
const SMALL_TEXT: &str =
    "const text = '{\"id\":7,\"name\":\"Delta\",\"colours\":[\"red\",\"blue\"],\"price\":79.9}';";
const LARGE: &str = "const value = Array.from({ length: 100 }, (_, id) => ({ id, name: 'kite ' + id, tags: ['a', 'b'], \
    price: id / 4, span: { from: id, to: id + 1 }, text: 'some words about it' }));";
const LARGE_TEXT: &str = "const text = JSON.stringify(Array.from({ length: 100 }, (_, id) => ({ id, name: 'kite ' + id, \
    tags: ['a', 'b'], price: id / 4, span: { from: id, to: id + 1 }, text: 'some words about it' })));";
const TEXT: &str =
    "const text = Array.from({ length: 100 }, (_, index) => 'kite ' + index).join(' ');";
const LIST: &str = "const list = Array.from({ length: 100 }, (_, index) => (index * 37) % 101);";
const PAIRS: &str = "const pairs = Array.from({ length: 20 }, (_, index) => ['k' + index, index]);";
