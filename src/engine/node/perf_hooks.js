// performance: marks and measures over the virtual clock.

let entries = [];
const origin = native.origin();

class PerformanceEntry {
  constructor(name, entryType, startTime, duration, detail) {
    Object.assign(this, { name, entryType, startTime, duration, detail });
  }
  toJSON() {
    const { name, entryType, startTime, duration, detail } = this;
    return { name, entryType, startTime, duration, detail };
  }
}
class PerformanceMark extends PerformanceEntry {}
class PerformanceMeasure extends PerformanceEntry {}

function timeOf(mark) {
  if (typeof mark === 'number') return mark;
  const found = entries.findLast((entry) => entry.entryType === 'mark' && entry.name === mark);
  if (found) return found.startTime;
  const { DOMException } = load('internal:web_events');
  throw new DOMException(`The "${mark}" performance mark has not been set`, 'SyntaxError');
}

class Performance {
  get timeOrigin() { return origin; }
  now() { return native.now(); }
  mark(name, { startTime = native.now(), detail = null } = {}) {
    const mark = new PerformanceMark(String(name), 'mark', startTime, 0, detail);
    entries.push(mark);
    return mark;
  }
  measure(name, from, to) {
    const options = typeof from === 'object' && from !== null ? from : { start: from, end: to };
    const end = options.end !== undefined ? timeOf(options.end)
      : options.duration !== undefined ? timeOf(options.start ?? 0) + options.duration : native.now();
    const start = options.start === undefined ? 0 : timeOf(options.start);
    const measure = new PerformanceMeasure(String(name), 'measure', start, end - start, options.detail ?? null);
    entries.push(measure);
    return measure;
  }
  getEntries() { return [...entries].sort((a, b) => a.startTime - b.startTime); }
  getEntriesByName(name, type) {
    return this.getEntries().filter((entry) => entry.name === name && (!type || entry.entryType === type));
  }
  getEntriesByType(type) { return this.getEntries().filter((entry) => entry.entryType === type); }
  clearMarks(name) { entries = entries.filter((entry) => entry.entryType !== 'mark' || (name && entry.name !== name)); }
  clearMeasures(name) { entries = entries.filter((entry) => entry.entryType !== 'measure' || (name && entry.name !== name)); }
  timerify(work) { return work; }
  eventLoopUtilization() { return { idle: 0, active: 0, utilization: 0 }; }
  toJSON() { return { timeOrigin: origin }; }
  get [Symbol.toStringTag]() { return 'Performance'; }
}

Object.assign(exports, { performance: new Performance(), Performance, PerformanceEntry, PerformanceMark, PerformanceMeasure });
