import { citePlace } from '../../../core/citations/cite-place.ts';
import { succeed } from '../../../core/result.ts';
import type { Block } from '../../../core/statements/block.ts';
import { pagesOf, placeKind } from '../../../core/statements/place.ts';
import { type Statement, titleOf } from '../../../core/statements/statement.ts';
import { offsetConverter, utf16 } from '../../../core/text/offsets.ts';
import type { WorkspaceCommand } from '../command.ts';
import { findStatement } from '../find-statement.ts';

const fieldNames = ['title', 'kind', 'publisher', 'people', 'place', 'date', 'language', 'rights'] as const;

function describeField(summary: Statement['summary'], name: (typeof fieldNames)[number]): string {
  const { value, basis, from } = summary[name];
  const written = Array.isArray(value) ? value.map((person) => `${person.name} (${person.role})`).join('; ') : value;
  return `${name}: ${written ?? 'unknown'} (${basis}: ${from})`;
}

function labelOf({ summary, pages = [] }: Statement, { kind, paragraph, start, end }: Block): string {
  const range = pagesOf(pages, start, end);
  const where = citePlace({
    ...(range && { pages: range }),
    paragraph,
    lastParagraph: paragraph,
    kind: placeKind(kind, summary),
    speakers: [],
  });
  return paragraph === null ? `[${where}]` : where;
}

function asText(statement: Statement): string {
  const { summary, sha256, text, blocks } = statement;
  const head = [
    titleOf(summary),
    '',
    `id: ${summary.id}`,
    `file: ${summary.file}`,
    `sha256: ${sha256} (${summary.fixity})`,
    ...fieldNames.map((name) => describeField(summary, name)),
  ];
  const body = blocks.map((block) => `${labelOf(statement, block)}  ${text.slice(block.start, block.end)}`);
  return [head.join('\n'), ...body].join('\n\n');
}

function asJson({ summary, sha256, text, blocks, pages = [] }: Statement) {
  const { toCodePoints } = offsetConverter(text);
  return {
    summary,
    sha256,
    text,
    ...(pages.length > 0 && { pages: pages.map(({ start, label }) => ({ start: toCodePoints(utf16(start)), label })) }),
    blocks: blocks.map((block) => ({
      ...block,
      start: toCodePoints(block.start),
      bodyStart: toCodePoints(block.bodyStart),
      end: toCodePoints(block.end),
    })),
  };
}

/** `show ID`: what the catalogue says about a statement, and its text with the numbers of its pages and paragraphs. */
export const show: WorkspaceCommand = {
  name: 'show',
  synopsis: 'ID',
  summary: 'A statement: its catalogue record and its text with paragraph numbers.',
  options: [],
  operands: [1, 1],
  access: 'read',
  run: async (service, session, { operands: [name = ''] }) => {
    const found = findStatement(session.statements, name);
    if (!found.ok) return found;
    const read = await service.call('readStatement', { statement: found.value.id });
    return read.ok ? succeed({ json: asJson(read.value), text: asText(read.value) }) : read;
  },
};
