import { wordReportLine } from '../../../core/exchange/import-report.ts';
import { fail, succeed } from '../../../core/result.ts';
import { inEnglish } from '../../../core/sentence.ts';
import type { CommandInput, WorkspaceCommand } from '../command.ts';
import { findStatements } from '../find-statement.ts';

const counted = (count: number): string => `${count} ${count === 1 ? 'statement' : 'statements'}`;

function formatOf({ operands: [file = ''] }: CommandInput): 'csv' | 'csl-json' | null {
  const name = file.toLowerCase();
  if (name.endsWith('.csv')) return 'csv';
  return name.endsWith('.json') ? 'csl-json' : null;
}

/** `export-catalogue FILE`: what the catalogue says of statements, for a spreadsheet or a reference manager. */
export const exportCatalogue: WorkspaceCommand = {
  name: 'export-catalogue',
  synopsis: 'FILE [--statement ID]…',
  summary: 'Writes the catalogue to a file: as a table (.csv) or for reference managers as CSL-JSON (.json).',
  options: ['statement'],
  operands: [1, 1],
  access: 'read',
  mayVisit: false,
  check: (input) =>
    formatOf(input) === null
      ? 'The catalogue is written as .csv or .json: give the file one of these extensions.'
      : null,
  run: async (service, session, input) => {
    const chosen = findStatements(session.statements, input.options.statement ?? []);
    if (!chosen.ok) return chosen;
    const statements = chosen.value.length === 0 ? null : chosen.value;
    const exported = await service.call('exportCatalogue', { format: formatOf(input) ?? 'csv', statements });
    if (!exported.ok) return exported;
    if (exported.value.outcome !== 'saved') return fail('internal', `The export ended as ${exported.value.outcome}.`);
    const { location, count } = exported.value;
    const text = `The catalogue of ${counted(count)} was written to ${location}`;
    return succeed({ json: { file: location, statements: count }, text });
  },
};

/** `import-catalogue FILE`: takes what such a file says of statements that are in the library. */
export const importCatalogue: WorkspaceCommand = {
  name: 'import-catalogue',
  synopsis: 'FILE',
  summary: 'Takes what a catalogue (CSV or CSL-JSON) says of imported statements, in one step that can be undone.',
  options: [],
  operands: [1, 1],
  access: 'write',
  run: async (service) => {
    const taken = await service.call('importCatalogue', { upload: null });
    if (!taken.ok) return taken;
    if (taken.value.outcome !== 'taken') return fail('invalid', 'The reading was cancelled, and nothing was changed.');
    const { fileName, statements, unchanged, lines } = taken.value;
    const text = [
      ...lines.map(wordReportLine),
      `${fileName}: ${counted(statements)} changed, ${unchanged} as the catalogue has them already.`,
    ].join('\n');
    const told = lines.map(({ outcome, item, sentence }) => ({ outcome, item, sentence: inEnglish(sentence) }));
    return succeed({ json: { file: fileName, changed: statements, unchanged, lines: told }, text });
  },
};
