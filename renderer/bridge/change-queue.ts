/** How long a change waits for the answer to the one before: by then that one has arrived, however slow the disk is. */
const patienceMs = 250;

/**
 * Gives a function that starts requests one after the other, each when the one before is answered or has had time to
 * arrive: two at once may overtake each other. While the page is hidden or being left they start at once, and so do those
 * that wait then: what has not started by the time it is gone would be lost.
 */
export function createChangeQueue(): <Answer>(start: () => Promise<Answer>) => Promise<Answer> {
  const waiting: (() => Promise<unknown>)[] = [];
  let isBusy = false;
  let isLeaving = false;
  const startNext = (): void => {
    const start = waiting.shift();
    isBusy = start !== undefined;
    if (!start) return;
    let isOver = false;
    const goOn = (): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      startNext();
    };
    const timer = setTimeout(goOn, patienceMs);
    start().then(goOn, goOn);
  };
  const startAll = (): void => {
    for (const start of waiting.splice(0)) void start();
  };
  const isHidden = (): boolean => document.visibilityState === 'hidden';
  document.addEventListener('visibilitychange', () => {
    if (isHidden()) startAll();
  });
  addEventListener('pagehide', () => {
    isLeaving = true;
    startAll();
  });
  addEventListener('pageshow', () => {
    isLeaving = false;
  });
  return (start) =>
    new Promise((resolve, reject) => {
      const begin = async (): Promise<void> => start().then(resolve, reject);
      if (isLeaving || isHidden()) void begin();
      else {
        waiting.push(begin);
        if (!isBusy) startNext();
      }
    });
}
