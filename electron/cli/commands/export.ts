import { extname } from 'node:path';
import type { ExportFormat } from '../../../core/export/excerpt.ts';
import { fail, succeed } from '../../../core/result.ts';
import { chooseExcerpts } from '../choose-excerpts.ts';
import type { Command, CommandInput } from '../command.ts';

const formats: ReadonlyMap<string, ExportFormat> = new Map([
  ['md', 'md'],
  ['markdown', 'md'],
  ['csv', 'csv'],
  ['json', 'json'],
]);

function formatFor({ operands: [file = ''], options }: CommandInput): ExportFormat | null {
  const name = options.format ?? extname(file).slice(1);
  return formats.get(name.toLowerCase()) ?? null;
}

/** `export FILE`: writes the excerpts to a file, which the host that opened the services puts in its place. */
export const exportToFile: Command = {
  name: 'export',
  synopsis: 'FILE [--format NAME] [--tag NAME]… [--statement ID]…',
  summary: `Writes the excerpts to a file: ${[...formats.keys()].join(', ')}, by its extension.`,
  options: ['format', 'tag', 'statement'],
  operands: [1, 1],
  access: 'read',
  check: (input) => {
    if (formatFor(input)) return null;
    const { operands, options } = input;
    const what = options.format === undefined ? `the extension of “${operands[0]}”` : `“${options.format}”`;
    return `No format is known by ${what}. The formats are: ${[...formats.keys()].join(', ')}; choose one with --format.`;
  },
  run: async (service, session, input) => {
    const format = formatFor(input);
    if (!format) throw new Error('The format is checked before a command runs.');
    const filter = chooseExcerpts(session, input.options);
    if (!filter.ok) return filter;
    const exported = await service.call('exportExcerpts', { filter: filter.value, context: 'sentence', format });
    if (!exported.ok) return exported;
    if (exported.value.outcome !== 'saved') return fail('internal', `The export ended as ${exported.value.outcome}.`);
    const { location, count: excerpts } = exported.value;
    const text = `${excerpts} ${excerpts === 1 ? 'excerpt' : 'excerpts'} written to ${location}`;
    return succeed({ json: { file: location, format, excerpts }, text });
  },
};
