/** For what a test waits for that comes by itself: a busy computer takes its time, and only what never comes is a fault. */
export const patient = { timeout: 30_000, interval: 10 };
