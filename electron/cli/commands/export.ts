import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import type { WorkFormat } from '../../../core/exchange/exchange-shapes.ts';
import type { ExportFormat } from '../../../core/export/export-format.ts';
import { fail, succeed } from '../../../core/result.ts';
import { chooseReport } from '../choose-report.ts';
import type { CommandInput, WorkspaceCommand } from '../command.ts';
import { checkWorkOptions, exportWork, workFormats } from '../export-work.ts';
import { wordRemarks } from '../report-remarks.ts';

/** PDF is not among them: it is printed, and the command line has nothing to print with. */
const formats: ReadonlyMap<string, ExportFormat> = new Map([
  ['docx', 'docx'],
  ['html', 'html'],
  ['md', 'md'],
  ['txt', 'txt'],
  ['xlsx', 'xlsx'],
  ['csv', 'csv'],
  ['json', 'json'],
  ['ris', 'ris'],
  ['bib', 'bib'],
  ['csl', 'csl'],
]);

const otherNames: Readonly<Record<string, string>> = {
  markdown: 'md',
  htm: 'html',
  text: 'txt',
  bibtex: 'bib',
  'web-annotation': 'jsonld',
};

function nameOf({ operands: [file = ''], options }: CommandInput): string {
  const extension = file.toLowerCase().endsWith('.csl.json') ? 'csl' : extname(file).slice(1);
  const name = (options.format ?? extension).toLowerCase();
  return otherNames[name] ?? name;
}

const formatFor = (input: CommandInput): ExportFormat | null => formats.get(nameOf(input)) ?? null;
const workFormatFor = (input: CommandInput): WorkFormat | null => workFormats.get(nameOf(input)) ?? null;

/** `export FILE`: writes a report of excerpts, or work for other programs, to a file, which the host that opened the services puts in its place. */
export const exportToFile: WorkspaceCommand = {
  name: 'export',
  synopsis:
    'FILE [--format NAME] [--dossier NAME | [--tag NAME]… [--match any|all|none] [--statement ID]… [--group NAME]] [--context NAME] [--style NAME] [--no-notes] [--with-name] [--withhold NAME]… [--record] [--private-notes]',
  summary: `Writes excerpts, or a dossier, to a file: ${[...formats.keys()].join(', ')}, by its extension; or work to be worked on elsewhere: ${[...workFormats.keys()].join(', ')}.`,
  options: [
    'format',
    'dossier',
    'tag',
    'match',
    'statement',
    'group',
    'context',
    'style',
    'no-notes',
    'with-name',
    'withhold',
    'record',
    'private-notes',
  ],
  operands: [1, 1],
  access: 'read',
  mayVisit: false,
  check: (input) => {
    const { operands, options } = input;
    const work = workFormatFor(input);
    if (work) return checkWorkOptions(work, options);
    if (formatFor(input)) {
      return options['private-notes']
        ? 'A report never has private notes: leave --private-notes out, or export work, as .attest.'
        : null;
    }
    const name = options.format ?? extname(operands[0] ?? '').slice(1);
    if (name.toLowerCase() === 'pdf') {
      return 'A PDF is printed by the reader (Excerpts, Export): here, export .docx or .html and print that.';
    }
    const what = options.format === undefined ? `the extension of “${operands[0]}”` : `“${options.format}”`;
    return `No format is known by ${what}. The formats are: ${[...formats.keys(), ...workFormats.keys()].join(', ')}; choose one with --format.`;
  },
  run: async (service, session, input) => {
    const work = workFormatFor(input);
    if (work) return exportWork(service, session, input, work);
    const format = formatFor(input);
    if (!format) throw new Error('The format is checked before a command runs.');
    const request = chooseReport(session, input.options);
    if (!request.ok) return request;
    const hasRecord = input.options.record ?? false;
    const exported = await service.call('exportReport', { ...request.value, format, hasRecord, job: randomUUID() });
    if (!exported.ok) return exported;
    if (exported.value.outcome !== 'saved') return fail('internal', `The export ended as ${exported.value.outcome}.`);
    const { location, count: excerpts, remarks } = exported.value;
    if (!remarks) throw new Error('A report that was saved was made.');
    const { warnings, withheld } = remarks;
    const written = `${excerpts} ${excerpts === 1 ? 'excerpt' : 'excerpts'} written to ${location}`;
    const text = [written, ...wordRemarks(remarks)].join('\n');
    return succeed({ json: { file: location, format, excerpts, withheld, warnings }, text });
  },
};
