/** Loaded before Youju by the bench, with `--expose-gc`: collects garbage at SIGUSR2. */
process.on('SIGUSR2', () => globalThis.gc?.());
