// Preloaded into the language server: what it puts off for up to half a second (its debounce) runs at once, so that latency is
// that of its work and not of its patience.
const original = globalThis.setTimeout;
const prompt = (run, delay, ...rest) => original(run, delay > 500 ? delay : 0, ...rest);
globalThis.setTimeout = Object.assign(prompt, original);
