import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AutoLock } from '../../../../electron/services/vault/auto-lock.ts';

const minute = 60_000;

describe('locking by itself', () => {
  const lock = vi.fn();
  /** How much further the clock has gone than the timers, which stand still in a sleep. */
  let slept = 0;
  const autoLock = new AutoLock(lock, () => Date.now() + slept);

  beforeEach(() => {
    vi.useFakeTimers();
    lock.mockClear();
    slept = 0;
  });

  afterEach(() => {
    autoLock.disarm();
    vi.useRealTimers();
  });

  it('happens once after a quarter of an hour, or the minutes that were chosen', () => {
    autoLock.arm(() => undefined);
    vi.advanceTimersByTime(15 * minute - 1);
    expect(lock).not.toHaveBeenCalled();
    vi.advanceTimersByTime(15 * minute);
    expect(lock).toHaveBeenCalledTimes(1);
    autoLock.arm(() => 2);
    vi.advanceTimersByTime(2 * minute);
    expect(lock).toHaveBeenCalledTimes(2);
  });

  it('never happens where that was chosen and the computer stays awake', () => {
    autoLock.arm(() => 0);
    vi.advanceTimersByTime(3 * 24 * 60 * minute);
    expect(lock).not.toHaveBeenCalled();
  });

  it.each([0, 15])('happens soon after a sleep, of %d chosen minutes', (minutes) => {
    autoLock.arm(() => minutes);
    vi.advanceTimersByTime(minute);
    slept = 8 * 60 * minute;
    vi.advanceTimersByTime(15_000);
    expect(lock).toHaveBeenCalledTimes(1);
  });

  it('happens after a sleep before anything else is done, when somebody is there at once', () => {
    autoLock.arm(() => 15);
    slept = 8 * 60 * minute;
    expect(autoLock.lockIfOverdue()).toBe(true);
    expect(lock).toHaveBeenCalledTimes(1);
    autoLock.arm(() => 15);
    slept *= 2;
    // Who moves the pointer on waking begins no new wait.
    autoLock.arm(() => 15);
    expect(lock).toHaveBeenCalledTimes(2);
  });

  it('does not happen where it is not waiting, or a clock is set by a little', () => {
    expect(autoLock.lockIfOverdue()).toBe(false);
    autoLock.arm(() => 15);
    slept = minute;
    vi.advanceTimersByTime(10 * minute);
    slept = -minute;
    vi.advanceTimersByTime(minute);
    autoLock.disarm();
    vi.advanceTimersByTime(60 * minute);
    expect(lock).not.toHaveBeenCalled();
  });
});
