import { succeed } from '../../../core/result.ts';
import { writeOutDate } from '../../../core/statements/edtf-date.ts';
import { titleOf } from '../../../core/statements/statement.ts';
import type { WorkspaceCommand } from '../command.ts';

/** `list`: the statements of the collection. */
export const list: WorkspaceCommand = {
  name: 'list',
  synopsis: '',
  summary: 'The statements of the collection, with your own.',
  options: [],
  operands: [0, 0],
  access: 'read',
  run: async (_service, { statements }) => {
    const rows = statements.map((summary) => ({
      id: summary.id,
      title: titleOf(summary),
      date: summary.date.value,
      publisher: summary.publisher.value,
      kind: summary.kind.value,
      language: summary.language.value,
      sha256: summary.sha256,
      words: summary.words,
      own: summary.own ?? null,
    }));
    const text = rows.map(({ id, title, date, publisher, words, own }) => {
      const facts = [
        publisher,
        date === null ? null : writeOutDate(date),
        `${words} words`,
        own ? `your own, added ${own.added.slice(0, 10)}` : null,
      ];
      return `${id}\n  ${title}\n  ${facts.filter((fact) => fact !== null).join(', ')}`;
    });
    return succeed({ json: rows, text: text.join('\n') });
  },
};
