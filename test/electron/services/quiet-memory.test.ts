import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QuietMemory } from '../../../electron/services/quiet-memory.ts';

const longMs = 60_000;

describe('the memory of what was read', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('is given back once, when nothing large has been done for a while', () => {
    const giveBack = vi.fn();
    const memory = new QuietMemory(giveBack);
    for (let step = 0; step < 10; step += 1) {
      memory.noteWork();
      vi.advanceTimersByTime(1_000);
    }
    expect(giveBack).not.toHaveBeenCalled();
    vi.advanceTimersByTime(longMs);
    expect(giveBack).toHaveBeenCalledTimes(1);
  });

  it('is given back again after more work', () => {
    const giveBack = vi.fn();
    const memory = new QuietMemory(giveBack);
    for (let step = 0; step < 2; step += 1) {
      memory.noteWork();
      vi.advanceTimersByTime(longMs);
    }
    expect(giveBack).toHaveBeenCalledTimes(2);
  });

  it('is given back when nobody is at work, and not for being at work', () => {
    const giveBack = vi.fn();
    const memory = new QuietMemory(giveBack);
    memory.noteUse();
    vi.advanceTimersByTime(longMs);
    expect(giveBack).not.toHaveBeenCalled();
    memory.noteWork();
    for (let step = 0; step < 30; step += 1) {
      memory.noteUse();
      vi.advanceTimersByTime(1_000);
    }
    expect(giveBack).not.toHaveBeenCalled();
    vi.advanceTimersByTime(longMs);
    expect(giveBack).toHaveBeenCalledTimes(1);
  });

  it('is left to the end of the process when all is closed', () => {
    const giveBack = vi.fn();
    const memory = new QuietMemory(giveBack);
    memory.noteWork();
    memory.close();
    memory.noteWork();
    vi.advanceTimersByTime(longMs);
    expect(giveBack).not.toHaveBeenCalled();
  });

  it('is really given back', async () => {
    const garbage = new WeakRef(Array.from({ length: 1_000 }, (_, at) => ({ at })));
    // In the turn in which it was made nothing is collected.
    await new Promise((resolve) => setImmediate(resolve));
    new QuietMemory().noteWork();
    vi.advanceTimersByTime(longMs);
    expect(garbage.deref()).toBeUndefined();
  });
});
