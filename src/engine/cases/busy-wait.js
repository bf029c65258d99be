//: expect {"outcome":"success","result":[true,true]}
exports.handler = async () => {
  const start = Date.now();
  while (Date.now() - start < 50) {}
  const middle = new Date();
  while (new Date() - middle < 50) {}
  const passed = Date.now() - start;
  return [passed >= 100, passed < 110];
};
