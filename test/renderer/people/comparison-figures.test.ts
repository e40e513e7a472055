import { describe, expect, it } from 'vitest';
import {
  choosePair,
  roundCoefficient,
  roundShare,
  shareOf,
  tableOfComparison,
} from '../../../renderer/people/comparison-figures.ts';

describe('choosePair', () => {
  const people = ['me', 'anna', 'барыс'];
  it('takes oneself and the next where nobody is chosen', () => {
    expect(choosePair(people, { a: null, b: null })).toEqual({ a: 'me', b: 'anna' });
  });
  it('keeps who is chosen, in that order', () => {
    expect(choosePair(people, { a: 'барыс', b: 'me' })).toEqual({ a: 'барыс', b: 'me' });
    expect(choosePair(people, { a: null, b: 'me' })).toEqual({ a: 'anna', b: 'me' });
  });
  it('is never one and the same person, nor somebody who is not there any more', () => {
    expect(choosePair(people, { a: 'anna', b: 'anna' })).toEqual({ a: 'anna', b: 'me' });
    expect(choosePair(people, { a: 'gone', b: 'gone' })).toEqual({ a: 'me', b: 'anna' });
  });
  it('is nobody where there are not two', () => {
    expect(choosePair(['me'], { a: null, b: null })).toBeNull();
    expect(choosePair([], { a: 'me', b: 'anna' })).toBeNull();
  });
});

describe('tableOfComparison', () => {
  const head = {
    tag: 'Tag',
    units: 'Units',
    both: 'Both',
    onlyA: 'A',
    onlyB: 'B',
    agreement: 'Agree',
    kappa: 'κ',
    alpha: 'α',
    remark: 'Remark',
  };
  const row = { tag: 't', path: 'катаванні/побач', units: 10, both: 4, onlyA: 0, onlyB: 1, disagreementCount: 1 };

  it('leaves a cell empty where a figure is not defined, and writes 0 where it is 0', () => {
    const table = tableOfComparison(head, [
      { ...row, agreement: 0.9, kappa: 0, alpha: -0.1, remark: '' },
      { ...row, agreement: null, kappa: null, alpha: null, remark: 'No text.' },
    ]);
    expect(table).toEqual([
      ['Tag', 'Units', 'Both', 'A', 'B', 'Agree', 'κ', 'α', 'Remark'],
      ['катаванні/побач', 10, 4, 0, 1, 0.9, 0, -0.1, ''],
      ['катаванні/побач', 10, 4, 0, 1, '', '', '', 'No text.'],
    ]);
  });

  it('has no share of nothing', () => {
    expect([shareOf(1, 4), shareOf(0, 0)]).toEqual([0.25, 0]);
  });
});

describe('figures that are shown', () => {
  it('never make all of nearly all, nor nothing of something', () => {
    expect([0, 1e-9, 0.00125, 0.5, 0.999999, 1].map(roundShare)).toEqual([0, 0.0001, 0.0013, 0.5, 0.9999, 1]);
    expect([1, 0.9999, 0.774, -0.25].map(roundCoefficient)).toEqual([1, 0.99, 0.77, -0.25]);
  });

  it('have no sign at 0', () => {
    expect(Object.is(roundCoefficient(-0.0004), 0)).toBe(true);
  });
});
