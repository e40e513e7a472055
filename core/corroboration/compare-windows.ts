import type { Rarity } from './rarity.ts';
import type { Mark, Reading } from './read-marks.ts';
import { byKey, disagree, type Shared, sharedMarks, weightOfMarks } from './shared-marks.ts';
import { phraseBeginnings, type SharedPhrase, sharedPhrases } from './shared-phrases.ts';

/** A few sentences in a row, read as one, with what all of their marks weigh. */
export interface Window extends Reading {
  readonly weight: number;
  readonly marksByKey: ReadonlyMap<string, readonly Mark[]>;
  readonly beginnings: ReadonlyMap<string, readonly number[]>;
}

/** How like two windows are, from 0 to 1, and by what. */
export interface Comparison {
  readonly score: number;
  readonly shared: readonly Shared[];
  readonly phrases: readonly SharedPhrase[];
}

/** What each telling word of a shared phrase adds: the same words in the same order are less of a coincidence. */
export const phraseWordWeighs = 0.15;

/** So much in common, besides the weightiest, is two thirds of all that could be asked for; less is little, however short the passages. */
const ampleEvidence = 3;

/** What remains of the score where the numbers or days disagree. */
const disagreeing = 0.5;

/** The telling words of a shared phrase. */
export function tellingWordsOf(here: Reading, { here: first, length }: SharedPhrase): number {
  return here.tokens.slice(first, first + length).filter(({ isSmall }) => !isSmall).length;
}

/** Sentences in a row as one window. */
export function windowOf(readings: readonly Reading[], rarity: Rarity): Window {
  const marks: Mark[] = readings.flatMap((reading) => reading.marks);
  const tokens = readings.flatMap((reading) => reading.tokens);
  return {
    marks,
    tokens,
    weight: weightOfMarks(marks, rarity),
    marksByKey: byKey(marks),
    beginnings: phraseBeginnings(tokens),
  };
}

/**
 * Compares two windows: how much of what both say is said by both, by weight (the geometric mean of the two parts), times
 * how much that is. The weightiest thing in common is left out of both, since one thing in common is a coincidence.
 */
export function compareWindows(here: Window, there: Window, rarity: Rarity): Comparison {
  const shared = sharedMarks(here.marks, there.marksByKey, rarity).filter(({ weight }) => weight > 0);
  const phrases = sharedPhrases(here, there);
  const weightiest = shared.reduce((most, { weight, isTelling }) => (isTelling ? most : Math.max(most, weight)), 0);
  const bonus = phrases.reduce((sum, phrase) => sum + phraseWordWeighs * tellingWordsOf(here, phrase), 0);
  const common = shared.reduce((sum, { weight }) => sum + weight, 0) - weightiest + bonus;
  const all = Math.sqrt(here.weight * there.weight) - weightiest + bonus;
  if (common <= 0 || all <= 0) return { score: 0, shared, phrases };
  const part = disagree(here.marks, there.marks, shared) ? disagreeing : 1;
  const score = part * Math.min(1, common / all) * (1 - Math.exp(-common / ampleEvidence));
  return { score, shared, phrases };
}
