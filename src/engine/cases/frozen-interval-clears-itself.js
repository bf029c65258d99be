//: expect {"outcome":"success","result":3}
exports.handler = (event, context, callback) => {
  let ticks = 0;
  const interval = setInterval(() => {
    ticks += 1;
    if (ticks === 3) { clearInterval(interval); callback(null, ticks); }
  }, 10);
};
