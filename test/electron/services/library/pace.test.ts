import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pace } from '../../../../electron/services/library/pace.ts';

describe('the guess of how long it takes still', () => {
  it('is none before there is something to guess from', () => {
    const pace = new Pace(0);
    expect(pace.secondsLeft(0, 100, 5_000)).toBeNull();
    expect(pace.secondsLeft(50, 100, 500)).toBeNull();
  });

  it('is exact where every file takes the same', () => {
    const pace = new Pace(1_000);
    for (let done = 1; done <= 40; done += 1) pace.note(done, 1_000 + done * 250);
    expect(pace.secondsLeft(40, 100, 11_000)).toBe(15);
    expect(pace.secondsLeft(40, 40, 11_000)).toBe(0);
  });

  it('forgets what was long ago', () => {
    const pace = new Pace(0);
    for (let done = 1; done <= 1_000; done += 1) pace.note(done, done * 10);
    for (let done = 1; done <= 60; done += 1) pace.note(1_000 + done, 10_000 + done * 1_000);
    const left = pace.secondsLeft(1_060, 1_160, 70_000) ?? 0;
    expect(left).toBeGreaterThan(90);
    expect(left).toBeLessThan(110);
  });

  it('is never less than nothing, whatever the times are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000), { maxLength: 100 }), fc.nat(500), (waits, rest) => {
        const pace = new Pace(0);
        let atMs = 0;
        for (const [at, wait] of waits.entries()) {
          atMs += wait;
          pace.note(at + 1, atMs);
          const left = pace.secondsLeft(at + 1, waits.length + rest, atMs);
          expect(left === null || left >= 0).toBe(true);
        }
      }),
    );
  });
});
