import { describe, expect, it } from 'vitest';
import { leastScore, singleSourceScore } from '../../../core/corroboration/create-corroborator.ts';
import { readJudgedCollection } from '../../bench/ranking/judged-collection.ts';
import { calibrate, gradeAt, gradeMarks, gradePairs, placeOfSide } from './grade-pairs.ts';
import { methodsFor } from './methods.ts';
import { calibrationPairs, type Pair, reportPairs } from './pairs.ts';

const { statements } = await readJudgedCollection();
const [ours, ...baselines] = methodsFor(statements);
if (!ours) throw new Error('There is a method of ours.');

const all = [...calibrationPairs, ...reportPairs];
const nameOf = ({ here, there }: Pair): string => JSON.stringify([here.words, there.words]);

describe('the hand-made pairs', () => {
  it('are quoted as they stand, each from two statements', () => {
    for (const { here, there } of all) {
      expect(placeOfSide(statements, here).id).not.toBe(placeOfSide(statements, there).id);
    }
  });

  it('are enough, and each is there once', () => {
    expect(all.filter(({ isLike }) => isLike).length).toBeGreaterThanOrEqual(25);
    expect(all.filter(({ isLike }) => !isLike).length).toBeGreaterThanOrEqual(40);
    expect(new Set(all.map(nameOf)).size).toBe(all.length);
  });
});

describe('the threshold', () => {
  it('is the one that is best on the calibration half', () => {
    expect(calibrate(gradePairs(statements, ours, calibrationPairs))).toBeCloseTo(leastScore, 2);
  });

  it('lets hardly a look-alike through, on either half', () => {
    for (const pairs of [calibrationPairs, reportPairs]) {
      expect(gradeAt(gradePairs(statements, ours, pairs), leastScore).precision).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('finds more than plain methods do at theirs, and is wrong less often, on either half', () => {
    for (const pairs of [calibrationPairs, reportPairs]) {
      const grade = gradeAt(gradePairs(statements, ours, pairs), leastScore);
      for (const method of baselines) {
        const threshold = calibrate(gradePairs(statements, method, calibrationPairs));
        const other = gradeAt(gradePairs(statements, method, pairs), threshold);
        expect(grade.recall, method.name).toBeGreaterThan(other.recall);
        expect(grade.precision, method.name).toBeGreaterThan(other.precision);
      }
    }
  });
});

describe('the threshold of single sources', () => {
  const marksAt = (threshold: number) => {
    const halves = [calibrationPairs, reportPairs].map((pairs) => gradeMarks(statements, ours, pairs, all, threshold));
    const sum = (key: 'likes' | 'wronglyMarked' | 'alone' | 'wronglyUnmarked') =>
      halves.reduce((total, half) => total + half[key], 0);
    return { marked: sum('wronglyMarked') / sum('likes'), unmarked: sum('wronglyUnmarked') / sum('alone') };
  };

  it('leaves hardly a passage without its mark that stands alone', () => {
    expect(marksAt(singleSourceScore).unmarked).toBeLessThan(0.1);
    expect(marksAt(singleSourceScore).unmarked).toBeLessThan(marksAt(leastScore).unmarked);
  });

  it('still spares a good part of what is said elsewhere the mark', () => {
    expect(marksAt(singleSourceScore).marked).toBeLessThan(0.6);
    expect(marksAt(0.3).marked).toBeGreaterThan(0.7);
  });
});
