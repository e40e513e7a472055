import { describe, expect, it } from 'vitest';
import fetchNothing, { Headers } from '../../../../../electron/services/export/citations/no-network.ts';

describe('what stands for the modules that fetch', () => {
  it('refuses every address', () => {
    expect(fetchNothing).toThrow('opens no connection');
  });

  it('has what citation-js compares headers with', () => {
    expect({} instanceof Headers || {} instanceof fetchNothing.Headers).toBe(false);
  });
});
