import { codingOf } from '../../../core/agreement/coding.ts';
import { compareCoding } from '../../../core/agreement/compare-coding.ts';
import { measureStatement } from '../../../core/agreement/measure-statement.ts';
import { highlightsBy, peopleIn } from '../../../core/agreement/people.ts';
import { disagreementsShown } from '../../../core/exchange/sharing-shapes.ts';
import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import type { Annotations } from '../annotations.ts';
import { isReadable } from '../library/is-readable.ts';

/** The calls about who highlighted what, and how two people's coding agrees. */
export function createPeopleCalls(statements: ReadonlyMap<string, Statement>, annotations: Annotations) {
  const compare = ({
    a,
    b,
    statement,
    hasSubTags,
  }: CallInput<'compareCoding'>): Result<CallOutput<'compareCoding'>> => {
    const chosen = statement === null ? [...statements.values()] : [statements.get(statement)];
    const read = chosen.flatMap((one) => (one && isReadable(one) ? [measureStatement(one)] : []));
    if (read.length === 0) {
      return fail('not-found', say(/*i18n*/ 'There is no statement {id} that can be read.', { id: statement ?? '' }));
    }
    const coding = codingOf(annotations.workspace, annotations.highlights);
    const { rows, uncounted } = compareCoding(coding, {
      a,
      b,
      statements: read,
      tags: annotations.lists.tags,
      hasSubTags,
    });
    return succeed({
      rows: rows.map(({ disagreements, ...row }) => ({
        ...row,
        disagreements: disagreements.slice(0, disagreementsShown),
        disagreementCount: disagreements.length,
      })),
      ...uncounted,
    });
  };
  return {
    readPeople: async (): Promise<Result<CallOutput<'readPeople'>>> => succeed(peopleIn(annotations.workspace)),
    readPart: async ({ person }: CallInput<'readPart'>): Promise<Result<CallOutput<'readPart'>>> =>
      succeed({ highlights: [...highlightsBy(annotations.workspace, person)] }),
    compareCoding: async (input: CallInput<'compareCoding'>) => compare(input),
  };
}
