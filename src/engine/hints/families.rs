//! Each failure has a hint in plain words beside AWS's text, and the line where there is one: a table of families, each
//! with handlers that fail and the line that is marked.

use domain::lambda::NodeRuntime;

use super::tests::failure;

/// What a form without script sends.
const EVENT: &str = r#"{"body":"name=kite"}"#;

/// A file that fails, and its line that is at fault, if one is.
type Row = (&'static str, Option<u32>);

const SYNTAX: &[Row] = &[
    (
        "exports.handler = async () => {\n  const a = ;\n};",
        Some(2),
    ),
    ("exports.handler = async () => {\n  return 1;\n", Some(2)),
    ("exports.handler = async () => {\n  foo(1, 2;\n};", Some(2)),
    (
        "exports.handler = async () => ({\n  a: 1\n  b: 2\n});",
        Some(3),
    ),
    (
        "exports.handler = async () => {\n  const text = 'open;\n};",
        Some(2),
    ),
    ("const a = 1;\nconst a = 2;", Some(2)),
    ("exports.handler = () => {\n  await null;\n};", Some(2)),
    (
        "import fs from 'fs';\nexports.handler = async () => 1;",
        Some(1),
    ),
    ("\nexport const handler = async () => 1;", Some(2)),
    ("const a = await 1;", Some(1)),
    (
        "exports.handler = async () => {\n  return /(/;\n};",
        Some(2),
    ),
    ("return 1;\n}", Some(2)),
];

const LOAD: &[Row] = &[
    ("exports.other = async () => 1;", None),
    ("exports.handler = 5;", None),
    ("const express = require('express');", Some(1)),
    ("\nconst mine = require('./mine');", Some(2)),
    ("const AWS = require('aws-sdk');\nnew AWS.S3();", Some(1)),
    ("const data = require('./data.json');", Some(1)),
];

const INIT: &[Row] = &[
    ("\nthrow new Error('no table');", Some(2)),
    ("const table = process.env.TABLE.trim();", Some(1)),
    (
        "\nPromise.reject(new Error('lost'));\nexports.handler = async () => 1;",
        Some(2),
    ),
    ("process.exit(3);", None),
    ("\nnull_.x;", Some(2)),
];

const ERRORS: &[Row] = &[
    (
        "exports.handler = async (event) => {\n  return event.none.colour;\n};",
        Some(2),
    ),
    (
        "exports.handler = async (event) =>\n  event?.none.colour;",
        Some(2),
    ),
    (
        "exports.handler = async (event) => {\n  event.none.colour = 1;\n};",
        Some(2),
    ),
    (
        "exports.handler = async (event) => {\n  const { colour } = event.none;\n};",
        Some(2),
    ),
    (
        "const f = ({ colour }) => colour;\nexports.handler = async () => f();",
        Some(1),
    ),
    (
        "exports.handler = async (event) => {\n  event.none();\n};",
        Some(2),
    ),
    (
        "exports.handler = async (event) => {\n  new event.none();\n};",
        Some(2),
    ),
    (
        "exports.handler = async (event) => {\n  for (const a of event) ;\n};",
        Some(2),
    ),
    (
        "exports.handler = async (event) => {\n  return [1].map(event.none);\n};",
        Some(2),
    ),
    (
        "exports.handler = async () => {\n  const a = 1;\n  a = 2;\n};",
        Some(3),
    ),
    (
        "exports.handler = async () => {\n  return colour;\n};",
        Some(2),
    ),
    (
        "exports.handler = async () => {\n  colour;\n  let colour;\n};",
        Some(2),
    ),
    (
        "exports.handler = async (event) => {\n  return 'a' in event.none;\n};",
        Some(2),
    ),
    (
        "exports.handler = async () => {\n  return 1n + 1;\n};",
        Some(2),
    ),
    (
        "exports.handler = async () => {\n  return Object.keys(null);\n};",
        Some(2),
    ),
    (
        "exports.handler = async () => {\n  return new Array(-1);\n};",
        Some(2),
    ),
    (
        "exports.handler = async () => {\n  return 'a'.repeat(-1);\n};",
        Some(2),
    ),
    (
        "exports.handler = async () => {\n  return new Date('x').toISOString();\n};",
        Some(2),
    ),
    (
        "exports.handler = async () => {\n  return decodeURIComponent('%');\n};",
        Some(2),
    ),
    (
        "exports.handler = async () => {\n  return new URL('kites');\n};",
        Some(2),
    ),
    (
        "exports.handler = async () => {\n  return new RegExp('(');\n};",
        Some(2),
    ),
    (
        "exports.handler = async () => {\n  return Buffer.from(5);\n};",
        Some(2),
    ),
    (
        "'use strict';\nexports.handler = async () => {\n  Object.freeze({ a: 1 }).a = 2;\n};",
        Some(3),
    ),
    ("class A {}\nexports.handler = async () => A();", Some(2)),
    (
        "exports.handler = async () => {\n  dive();\n};\nfunction dive() { dive(); }",
        Some(4),
    ),
    (
        "exports.handler = async () => {\n  await null;\n  dive();\n};\nfunction dive() { dive(); }",
        Some(5),
    ),
    (
        "exports.handler = async () => {\n  throw new Error('mine');\n};",
        Some(2),
    ),
    ("exports.handler = async () => {\n  throw 'mine';\n};", None),
    ("exports.handler = async () => Promise.reject();", None),
    ("exports.handler = async () => new Promise(() => {});", None),
    (
        "exports.handler = async () => {\n  Promise.reject(new Error('lost'));\n  await new Promise((done) => setTimeout(done, 5));\n};",
        Some(2),
    ),
    (
        "exports.handler = (event, context, callback) => {\n  setTimeout(() => { throw new Error('late'); }, 5);\n};",
        Some(2),
    ),
    ("exports.handler = async () => process.exit(1);", None),
    (
        "exports.handler = async () => {\n  require('assert').equal(1, 2);\n};",
        Some(2),
    ),
];

const JSON: &[Row] = &[
    (
        "exports.handler = async (event) => {\n  return JSON.parse(event.body);\n};",
        Some(2),
    ),
    (
        "exports.handler = async () => {\n  return JSON.parse('{\"a\": 1,}');\n};",
        Some(2),
    ),
    (
        "exports.handler = async () => {\n  return JSON.parse('');\n};",
        Some(2),
    ),
    (
        "exports.handler = async () => {\n  return JSON.parse({});\n};",
        Some(2),
    ),
    (
        "exports.handler = async () => {\n  const a = {};\n  a.a = a;\n  return JSON.stringify(a);\n};",
        Some(4),
    ),
    (
        "exports.handler = async () => {\n  return JSON.stringify({ a: 1n });\n};",
        Some(2),
    ),
    ("exports.handler = async () => ({ a: 1n });", None),
];

const TIMEOUT: &[Row] = &[
    ("exports.handler = async () => {\n  for (;;) ;\n};", Some(2)),
    (
        "exports.handler = async () => {\n  const a = [];\n  while (true) a.indexOf(1);\n};",
        Some(3),
    ),
    (
        "exports.handler = async () => new Promise((done) => setTimeout(done, 60_000));",
        None,
    ),
    (
        "exports.handler = (event, context, callback) => {\n  setInterval(() => {}, 100);\n  callback();\n};",
        None,
    ),
];

const MEMORY: &[Row] = &[
    (
        "exports.handler = async () => 'x'.repeat(500_000_000);",
        None,
    ),
    (
        "exports.handler = async () => Buffer.alloc(2 ** 33);",
        Some(1),
    ),
];

const FILES: &[Row] = &[
    (
        "const fs = require('fs');\nexports.handler = async () => {\n  return fs.readFileSync('/tmp/none', 'utf8');\n};",
        Some(3),
    ),
    (
        "const fs = require('fs');\nexports.handler = async () => {\n  fs.writeFileSync('/var/task/a', 'a');\n};",
        Some(3),
    ),
    (
        "const fs = require('fs');\nexports.handler = async () => {\n  fs.writeFileSync('data.json', 'a');\n};",
        Some(3),
    ),
    (
        "const fs = require('fs');\nexports.handler = async () => {\n  fs.readdirSync('/tmp/none');\n};",
        Some(3),
    ),
    (
        "const fs = require('fs');\nexports.handler = async () => {\n  fs.mkdirSync('/tmp');\n};",
        Some(3),
    ),
    (
        "const fs = require('fs');\nexports.handler = async () => {\n  const zeros = Buffer.alloc(60_000_000);\n  for (let i = 0; i < 10; i += 1) fs.writeFileSync(`/tmp/${i}`, zeros);\n};",
        Some(4),
    ),
    (
        "const fs = require('fs/promises');\nexports.handler = async () => {\n  return fs.readFile('/tmp/none');\n};",
        Some(3),
    ),
];

const NETWORK: &[Row] = &[
    (
        "exports.handler = async () => {\n  return fetch('https://example.com');\n};",
        Some(2),
    ),
    (
        "const https = require('https');\nexports.handler = async () => {\n  https.get('https://example.com');\n};",
        Some(3),
    ),
    (
        "exports.handler = async () => {\n  new WebSocket('wss://example.com');\n};",
        Some(2),
    ),
    (
        "const { S3Client } = require('@aws-sdk/client-s3');",
        Some(1),
    ),
    ("require('child_process').exec('ls');", Some(1)),
];

const TOO_LARGE: &[Row] = &[("exports.handler = async () => 'x'.repeat(7_000_000);", None)];

#[test]
fn every_failure_has_a_hint_and_its_line() {
    let families = [
        ("syntax", SYNTAX),
        ("load", LOAD),
        ("init", INIT),
        ("errors", ERRORS),
        ("JSON", JSON),
        ("timeout", TIMEOUT),
        ("memory", MEMORY),
        ("files", FILES),
        ("network", NETWORK),
        ("too large", TOO_LARGE),
    ];
    let mut wrong = Vec::new();
    for (family, rows) in families {
        for &(source, line) in rows {
            let Some(error) = failure(source, "index.handler", NodeRuntime::Node22, EVENT) else {
                wrong.push(format!("{family}: does not fail: {source}"));
                continue;
            };
            let found = error.position.map(|place| place.line);
            let hint = error.hint.as_deref().unwrap_or_default();
            if hint.len() < 20 || found != line {
                let text = format!("{}: {}", error.error_type, error.error_message);
                wrong.push(format!("{family}: {source}\n  {text}\n  line {found:?} instead of {line:?}, hint: {hint}"));
            }
        }
    }
    let others = [
        (
            "exports.handler = async () => 1;",
            "handler",
            NodeRuntime::Node22,
        ),
        (
            "exports.handler = async () => 1;",
            "../index.handler",
            NodeRuntime::Node22,
        ),
        (
            "exports.handler = async () => 1;",
            "app.handler",
            NodeRuntime::Node22,
        ),
        (
            "exports.handler = (event, context, callback) => callback();",
            "index.handler",
            NodeRuntime::Node24,
        ),
        (
            "exports.handler = async () => new Promise(() => {});",
            "index.handler",
            NodeRuntime::Node24,
        ),
        (
            "exports.handler = async () => ({ a: 1n });",
            "index.handler",
            NodeRuntime::Node24,
        ),
        ("require('left-pad');", "esm", NodeRuntime::Node22),
        ("import pad from 'left-pad';", "esm", NodeRuntime::Node22),
        ("import { nothing } from 'fs';", "esm", NodeRuntime::Node22),
        ("import x from './x.mjs';", "esm", NodeRuntime::Node22),
        (
            "exports.handler = async () => 1;",
            "esm",
            NodeRuntime::Node22,
        ),
    ];
    for (source, handler, runtime) in others {
        let error = failure(source, handler, runtime, EVENT);
        if error.as_ref().is_none_or(|error| error.hint.is_none()) {
            wrong.push(format!("{source} as {handler}: {error:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
