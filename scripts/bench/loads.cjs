// Preloaded into a process: tells at its end, in the file BENCH_LOADS, whether TypeScript's parser was read.
const fs = require('node:fs');
const Module = require('node:module');

const isParser = (file) => /[\\/]typescript(\.c?js|[\\/]lib[\\/]typescript\.js)$/.test(String(file));
let read = false;
for (const name of ['readFileSync', 'openSync', 'readFile', 'open']) {
  const original = fs[name];
  fs[name] = (file, ...rest) => {
    read ||= isParser(file);
    return original(file, ...rest);
  };
}
process.on('exit', () => {
  read ||= Object.keys(Module._cache).some(isParser);
  fs.writeFileSync(process.env.BENCH_LOADS, read ? 'yes' : 'no');
});
