import { installPeers } from './peers/install-peers.ts';
import { textTable } from './print-table.ts';
import { depth, type Graded, gradeRanking, showPassage } from './ranking/grade-ranking.ts';
import { type JudgedCollection, readJudgedCollection } from './ranking/judged-collection.ts';
import { type JudgedQuery, judgedQueries, type QueryKind } from './ranking/judged-queries.ts';
import { openRankers } from './ranking/open-rankers.ts';

/** Queries of ours that are shown with what is amiss. */
const worstShown = 5;

/** Characters of a paragraph that are shown. */
const shownLength = 60;

interface GradedQuery {
  readonly query: JudgedQuery;
  readonly byRanker: readonly Graded[];
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function rowOf(
  label: string,
  graded: readonly GradedQuery[],
  pick: (each: Graded) => number,
  columns: number,
): [string, ...string[]] {
  const values = Array.from({ length: columns }, (_, at) =>
    mean(graded.flatMap(({ byRanker }) => byRanker[at] ?? []).map(pick)),
  );
  return [`${label} (${graded.length})`, ...values.map((value) => value.toFixed(3))];
}

const listOrNothing = (words: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`${words} ${items.join(', ')}`];

/** What is amiss with our answer to a query, in words. */
function describeWorst({ query, byRanker }: GradedQuery, { paragraphs }: JudgedCollection): string {
  const [own] = byRanker;
  if (!own) return '';
  const best = Math.max(...byRanker.slice(1).map(({ ndcg }) => ndcg));
  const missing = own.missing.map(({ name, grade }) => `${showPassage(name)} (${grade})`);
  const intruders = own.intruders.map((place) => {
    const text = paragraphs[place]?.text.slice(0, shownLength).replace(/\s+/gu, ' ');
    return `“${text}…”`;
  });
  const reasons = [
    ...listOrNothing('not among the ten:', missing),
    ...listOrNothing('not relevant, but before something that is:', intruders),
  ];
  const reason = reasons.length > 0 ? reasons.join('; ') : 'all are there, in another order than the judges’';
  return `${own.ndcg.toFixed(3)} (best of the others ${best.toFixed(3)})  ${query.query}: ${reason}.`;
}

/**
 * Ranks what a researcher would ask of the bundled statements, by us and by others, and gives tables of how good the ten
 * best hits are. Nothing is timed: another round would say the same.
 */
export async function benchRanking(_rounds: number): Promise<string> {
  if (!installPeers()) return 'Ranking was not measured: the engines to compare with could not be installed.';
  const collection = await readJudgedCollection();
  const rankers = openRankers(collection);
  const graded = judgedQueries.map((query): GradedQuery => {
    return { query, byRanker: rankers.map(({ rank }) => gradeRanking(rank(query), query, collection)) };
  });
  const kinds = [...new Set(judgedQueries.map(({ kind }) => kind))];
  const ofKind = (kind: QueryKind): GradedQuery[] => graded.filter(({ query }) => query.kind === kind);
  const table = (title: string, pick: (each: Graded) => number): string =>
    textTable(
      title,
      rankers.map(({ name }) => name),
      [
        ...kinds.map((kind) => rowOf(kind, ofKind(kind), pick, rankers.length)),
        rowOf('all queries', graded, pick, rankers.length),
      ],
    );
  const ndcgOfOurs = ({ byRanker: [own] }: GradedQuery): number => own?.ndcg ?? 0;
  const worst = [...graded].sort((a, b) => ndcgOfOurs(a) - ndcgOfOurs(b)).slice(0, worstShown);
  return [
    table(`How good the ${depth} best hits are: nDCG@${depth}, 1 is the best order there could be`, ({ ndcg }) => ndcg),
    table(`How many of the relevant paragraphs are among them: recall@${depth}`, ({ recall }) => recall),
    ['Where Attest is weakest:', ...worst.map((each) => describeWorst(each, collection))].join('\n'),
    'Engines without phrases or operators are asked for the words. FlexSearch and MiniSearch are used as they come.',
  ].join('\n\n');
}
