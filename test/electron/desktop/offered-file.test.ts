import { resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { archiveAmong, FileFromSystem } from '../../../electron/desktop/offered-file.ts';

describe('the archive that a start names', () => {
  it.each<[string, readonly string[], string | null]>([
    ['none', ['attest'], null],
    ['an absolute path', ['attest', '/home/anna/work.attest'], resolve('/home/anna/work.attest')],
    ['a path from where it was started, in any case', ['attest', 'work.ATTEST'], resolve('/home/anna', 'work.ATTEST')],
    [
      'the last of several, beside options',
      ['attest', 'a.attest', '--workspace=x.attest', 'b.attest'],
      resolve('/home/anna', 'b.attest'),
    ],
    ['another file', ['attest', 'notes.txt'], null],
    ['the program itself', ['/opt/run.attest'], null],
  ])('is %s', (_what, args, path) => {
    expect(archiveAmong(args, '/home/anna')).toBe(path);
  });

  it('is given once, and the later of two', () => {
    const offered = new FileFromSystem();
    const heard = vi.fn();
    const stop = offered.onOffer(heard);
    offered.offer(null);
    expect([offered.name, offered.take()]).toEqual([null, null]);
    offered.offer('/a/first.attest');
    offered.offer('/a/second.attest');
    expect(heard).toHaveBeenCalledTimes(2);
    expect(offered.name).toBe('second.attest');
    expect([offered.take(), offered.take(), offered.name]).toEqual(['/a/second.attest', null, null]);
    stop();
    offered.offer('/a/third.attest');
    expect(heard).toHaveBeenCalledTimes(2);
  });
});
