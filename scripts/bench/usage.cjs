// Preloaded into every measured process: at its end it writes down what it has used, its threads included.
const { appendFileSync, readFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

/** Bytes. `getrusage` counts the starting process's memory too on Linux (its mark survives exec); VmHWM does not. */
function peakMemory() {
  try {
    const [, kilobytes] = /VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
    return Number(kilobytes) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

if (isMainThread)
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    appendFileSync(
      process.env.BENCH_USAGE,
      `${JSON.stringify({ cpu: (user + system) / 1e6, rss: peakMemory() })}\n`,
    );
  });
