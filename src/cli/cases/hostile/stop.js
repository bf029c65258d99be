// Attempts to survive the stop. What runs after it would set `survived`, which the next invocation would see.

//# finally -> timeout
exports.handler = () => { try { for (;;); } finally { globalThis.survived = 1; for (;;); } };
//# catch -> timeout
exports.handler = () => { try { for (;;); } catch { globalThis.survived = 1; } };
//# catch-in-a-loop -> timeout
exports.handler = () => { for (;;) { try { for (;;); } catch { globalThis.survived = 1; } } };
//# nested-finally -> timeout
exports.handler = () => { try { try { for (;;); } finally { globalThis.survived = 1; } } finally { globalThis.survived = 2; } };
//# async-finally -> timeout
exports.handler = async () => { try { await null; for (;;); } finally { globalThis.survived = 1; } };
//# async-catch -> timeout
exports.handler = async () => { const f = async () => { await null; for (;;); }; try { await f(); } catch { globalThis.survived = 1; } };
//# promise-catch -> timeout
exports.handler = () => Promise.resolve().then(() => { for (;;); }).catch(() => { globalThis.survived = 1; }).finally(() => { globalThis.survived = 2; });
//# executor-catch -> timeout
exports.handler = () => new Promise(() => { for (;;); }).catch(() => { globalThis.survived = 1; });
//# generator-finally -> timeout
exports.handler = () => { function* g() { try { for (;;); } finally { globalThis.survived = 1; yield 1; } } for (const x of g()); };
//# generator-return -> timeout
exports.handler = () => { function* g() { try { yield 1; } finally { globalThis.survived = 1; } } for (const x of g()) for (;;); };
//# iterator-return -> timeout
exports.handler = () => { const it = { [Symbol.iterator]() { return this; }, next: () => ({ value: 1 }), return() { globalThis.survived = 1; return {}; } }; for (const x of it) for (;;); };
//# async-iterator-return -> timeout
exports.handler = async () => { const it = { [Symbol.asyncIterator]() { return this; }, next: async () => ({ value: 1 }), return: async () => { globalThis.survived = 1; return {}; } }; for await (const x of it) for (;;); };
//# array-from-iterator-return -> timeout
exports.handler = () => { const it = { [Symbol.iterator]() { return this; }, next: () => { for (;;); }, return() { globalThis.survived = 1; return {}; } }; return Array.from(it); };
//# map-constructor-iterator-return -> timeout
exports.handler = () => { const it = { [Symbol.iterator]() { return this; }, next: () => ({ value: { get 0() { for (;;); } } }), return() { globalThis.survived = 1; return {}; } }; return new Map(it); };
//# promise-all-iterator-return -> timeout|memory
exports.handler = () => { const it = { [Symbol.iterator]() { return this; }, next: () => ({ value: 1 }), return() { globalThis.survived = 1; return {}; } }; return Promise.all(it); };
//# destructuring-return -> timeout
exports.handler = () => { const it = { [Symbol.iterator]() { return this; }, next: () => ({ value: 1 }), return() { globalThis.survived = 1; return {}; } }; const [a = 1, b = (() => { for (;;); })()] = it; const [c = (() => { for (;;); })()] = { [Symbol.iterator]: () => ({ next: () => ({ value: undefined }), return() { globalThis.survived = 1; return {}; } }) }; };
//# using-dispose -> timeout
exports.handler = () => { for (;;) { try { throw 1; } catch { continue; } finally { continue; } } };
//# native-stop-caught -> timeout
exports.handler = () => { try { new Array(4294967295).indexOf(1); } catch { globalThis.survived = 1; } finally { globalThis.survived = 2; } };
//# native-stop-async -> timeout
exports.handler = async () => { try { await null; new Array(4294967295).indexOf(1); } catch { globalThis.survived = 1; } finally { globalThis.survived = 2; } return 'survived'; };
//# native-stop-async-caller -> timeout
exports.handler = async () => { const f = async () => { await null; new Array(4294967295).indexOf(1); }; f(); await new Promise((r) => setTimeout(r, 1)); globalThis.survived = 1; return 'survived'; };
//# native-stop-in-executor -> timeout
exports.handler = async () => { await new Promise((resolve, reject) => { new Array(4294967295).indexOf(1); }).catch(() => {}); globalThis.survived = 1; return 'survived'; };
//# native-stop-in-then -> timeout
exports.handler = async () => { await Promise.resolve().then(() => new Array(4294967295).indexOf(1)).catch(() => { globalThis.survived = 1; }); return 'survived'; };
//# native-stop-in-thenable -> timeout
exports.handler = async () => { try { await { then() { new Array(4294967295).indexOf(1); } }; } catch { globalThis.survived = 1; } return 'survived'; };
//# native-stop-in-async-generator -> timeout
exports.handler = async () => { async function* g() { try { yield 1; new Array(4294967295).indexOf(1); } finally { globalThis.survived = 1; } } try { for await (const x of g()); } catch { globalThis.survived = 2; } return 'survived'; };
//# native-stop-in-sync-async-call -> timeout
exports.handler = async () => { const f = async () => { new Array(4294967295).indexOf(1); }; try { await f(); } catch { globalThis.survived = 1; } return 'survived'; };
//# native-stop-in-timer -> timeout
exports.handler = async () => { setTimeout(() => { new Array(4294967295).indexOf(1); }, 1); await new Promise((r) => setTimeout(r, 10)); globalThis.survived = 1; return 'survived'; };
//# native-stop-in-getter-of-promise -> timeout
exports.handler = async () => ({ get then() { new Array(4294967295).indexOf(1); } });
//# memory-stop-caught -> memory
exports.handler = () => { try { 'x'.repeat(2e8); } catch { globalThis.survived = 1; } finally { globalThis.survived = 2; } return 1; };
//# memory-stop-async -> memory
exports.handler = async () => { try { await null; 'x'.repeat(2e8); } catch { globalThis.survived = 1; } finally { globalThis.survived = 2; } return 'survived'; };
//# memory-stop-in-callee -> memory
exports.handler = async () => { const f = async () => { await null; 'x'.repeat(2e8); }; f(); await null; await null; await null; return 'survived'; };
//# exit-caught -> error Runtime.ExitError
exports.handler = async () => { try { process.exit(3); } catch { globalThis.survived = 1; } finally { globalThis.survived = 2; } return 'survived'; };
//# exit-async -> error Runtime.ExitError
exports.handler = async () => { try { await null; process.exit(3); } finally { globalThis.survived = 2; } return 'survived'; };
//# exit-in-callee -> error Runtime.ExitError
exports.handler = async () => { const f = async () => { await null; process.exit(3); }; f(); await null; await null; return 'survived'; };
//# exit-in-then -> error Runtime.ExitError
exports.handler = () => Promise.resolve().then(() => process.exit(0)).finally(() => { globalThis.survived = 1; });
//# exit-in-executor -> error Runtime.ExitError
exports.handler = async () => { await new Promise(() => process.exit(1)).catch(() => {}); return 'survived'; };
//# exit-in-getter -> error Runtime.ExitError
exports.handler = async () => ({ get x() { process.exit(1); } });
//# exit-in-to-json -> error Runtime.ExitError
exports.handler = async () => ({ toJSON() { process.exit(1); } });
//# exit-in-sort -> error Runtime.ExitError
exports.handler = () => [2, 1].sort(() => process.exit(1));
//# exit-in-timer -> error Runtime.ExitError
exports.handler = () => { setTimeout(() => process.exit(1), 1); return new Promise(() => {}); };
//# exit-in-microtask -> error Runtime.ExitError
exports.handler = () => { queueMicrotask(() => process.exit(1)); return new Promise(() => {}); };
//# exit-in-generator-finally -> error Runtime.ExitError
exports.handler = () => { function* g() { try { yield 1; } finally { process.exit(1); } } for (const x of g()) break; };
//# exit-in-proxy -> error Runtime.ExitError
exports.handler = () => new Proxy({}, { get() { process.exit(1); } }).x;
//# exit-in-async-generator -> error Runtime.ExitError
exports.handler = async () => { async function* g() { yield 1; process.exit(1); } for await (const x of g()); return 'survived'; };
//# exit-after-callback -> success|error
exports.handler = (event, context, callback) => { callback(null, 1); process.exit(1); };
//# exit-code-object -> timeout|error
exports.handler = () => process.exit({ valueOf() { for (;;); } });
//# exit-in-a-loop -> error Runtime.ExitError
exports.handler = () => { for (;;) { try { process.exit(1); } catch { } } };
//# abort-replaced -> error|success|timeout
exports.handler = () => { process.exit = () => { for (;;); }; process.exit(); };
