import { performance } from 'node:perf_hooks';
import { createCorroborator, leastScore, singleSourceScore } from '../../core/corroboration/create-corroborator.ts';
import type { Statement } from '../../core/statements/statement.ts';
import { structureOf } from '../../core/statements/structure.ts';
import { calibrate, gradeAt, gradeMarks, gradePairs, placeOfSide } from '../core/corroboration/grade-pairs.ts';
import { methodsFor } from '../core/corroboration/methods.ts';
import { calibrationPairs, type Pair, reportPairs } from '../core/corroboration/pairs.ts';
import { readBundledStatements } from '../support/bundled-statements.ts';
import { tableOf, textTable } from './print-table.ts';
import { readJudgedCollection } from './ranking/judged-collection.ts';
import { generateCollection } from './search/generate-collection.ts';
import { median, quantile } from './statistics.ts';

/** Statements of the collection that is timed: together more than 10,000 paragraphs. */
const timedStatements = 600;
const seed = 7;

/** Passages that are timed: every so many paragraphs the first of a statement's. */
const timedPassages = 200;

/** The thresholds of single sources that are compared with the one in use. */
const otherThresholds = [0.1, 0.14, leastScore, 0.25, 0.3];

function timedCollection(sources: readonly string[], like: Statement): Statement[] {
  return [...generateCollection(sources, timedStatements, seed)].map((text, at): Statement => {
    return { ...like, summary: { ...like.summary, id: `generated-${at}` }, text, blocks: structureOf(text, []) };
  });
}

function timesOf(statements: readonly Statement[]): { indexing: number; passages: readonly number[]; blocks: number } {
  const begun = performance.now();
  const corroborator = createCorroborator(statements);
  const indexing = performance.now() - begun;
  const passages = Array.from({ length: timedPassages }, (_, at) => {
    const { summary, blocks } = statements[at % statements.length] as Statement;
    const block = blocks[at % blocks.length];
    const start = performance.now();
    if (block) corroborator.elsewhere(summary.id, { start: block.bodyStart, end: block.end }, 10);
    return performance.now() - start;
  });
  return { indexing, passages, blocks: statements.reduce((sum, { blocks }) => sum + blocks.length, 0) };
}

/**
 * How well what is said elsewhere is found on hand-made pairs, beside two plain methods, and what it costs: tables. Every
 * method has the threshold that is best on the half of the pairs that weights were set by; ours is the one in use.
 */
export async function benchCorroboration(rounds: number): Promise<string> {
  const { statements } = await readJudgedCollection();
  const methods = methodsFor(statements);
  const thresholds = methods.map((method, at) =>
    at === 0 ? leastScore : calibrate(gradePairs(statements, method, calibrationPairs)),
  );
  const halfTable = (title: string, pairs: readonly Pair[]): string => {
    const likes = pairs.filter(({ isLike }) => isLike).length;
    return textTable(
      `${title}: ${likes} that say the like, ${pairs.length - likes} that only look so`,
      ['threshold', 'precision', 'recall', 'reciprocal rank', 'found', 'wrongly found'],
      methods.map((method, at) => {
        const threshold = thresholds[at] ?? 0;
        const grade = gradeAt(gradePairs(statements, method, pairs), threshold);
        const figures = [threshold, grade.precision, grade.recall, grade.reciprocal].map((value) => value.toFixed(3));
        return [method.name, ...figures, String(grade.found), String(grade.wronglyFound)];
      }),
    );
  };
  const markTable = (title: string, pairs: readonly Pair[]): string => {
    const [ours] = methods;
    if (!ours) throw new Error('There is a method of ours.');
    const all = [...calibrationPairs, ...reportPairs];
    return textTable(
      title,
      ['said elsewhere', 'yet marked', 'alone', 'yet unmarked'],
      [singleSourceScore, ...otherThresholds].map((threshold) => {
        const marks = gradeMarks(statements, ours, pairs, all, threshold);
        const counts = [marks.likes, marks.wronglyMarked, marks.alone, marks.wronglyUnmarked];
        return [threshold === singleSourceScore ? `${threshold}, in use` : String(threshold), ...counts.map(String)];
      }),
    );
  };
  const [first] = statements;
  if (!first) throw new Error('There are no bundled statements.');
  const sources = (await readBundledStatements()).map(({ text }) => text);
  const collection = timedCollection(sources, first);
  const all = Array.from({ length: rounds }, () => timesOf(collection));
  const passages = all.flatMap((times) => times.passages);
  const ours = createCorroborator(statements);
  const begun = performance.now();
  for (const { here } of [...calibrationPairs, ...reportPairs]) {
    const { id, ...passage } = placeOfSide(statements, here);
    ours.elsewhere(id, passage, 10);
  }
  const perPair = (performance.now() - begun) / (calibrationPairs.length + reportPairs.length);
  return [
    halfTable('Pairs of the calibration half', calibrationPairs),
    halfTable('Pairs of the other half', reportPairs),
    markTable('Single sources, passages of the calibration half', calibrationPairs),
    markTable('Single sources, passages of the other half', reportPairs),
    tableOf(
      `Time in milliseconds, ${all[0]?.blocks} paragraphs unless said otherwise`,
      ['Attest'],
      [
        { label: 'making the index', values: [median(all.map(({ indexing }) => indexing))] },
        { label: 'a passage of a paragraph, median', values: [median(passages)] },
        { label: 'a passage of a paragraph, 95th percentile', values: [quantile(passages, 0.95)] },
        { label: 'a passage of the bundled statements', values: [perPair] },
      ],
    ),
  ].join('\n\n');
}
