import type { AttestService } from '../../../core/ipc-contract.ts';
import { succeed } from '../../../core/result.ts';
import type { Session } from '../../../core/session.ts';
import { checkFile } from '../check-file.ts';
import type { WorkspaceCommand } from '../command.ts';

type Placed = Session['highlights'][number];

async function readTexts(service: AttestService, { statements }: Session): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const { id } of statements) {
    const read = await service.call('readStatement', { statement: id });
    if (read.ok) texts.set(id, read.value.text);
  }
  return texts;
}

/** Looks at the text once more, whatever the state says: the words must stand there. */
function isAtItsWords({ anchor, selector }: Placed, text: string | undefined): boolean {
  return anchor.state === 'anchored' && text?.slice(anchor.start, anchor.end) === selector.quote;
}

/** `verify`: every source against its SHA-256, every highlight against its text; `verify FILE`: an export, read back. */
export const verify: WorkspaceCommand = {
  name: 'verify',
  synopsis: '[FILE]',
  summary:
    'Checks every source against its SHA-256 and every highlight against its text; or every quotation of an export (docx, html, md, json, xlsx).',
  options: [],
  operands: [0, 1],
  access: 'read',
  run: async (service, session, { operands: [file] }) => {
    if (file !== undefined) return checkFile(service, session, file);
    const texts = await readTexts(service, session);
    const sources = session.statements.map(({ id, file, sha256, fixity }) => ({
      statement: id,
      file,
      sha256,
      fixity,
      ok: fixity === 'verified',
    }));
    const highlights = session.highlights.map((highlight) => ({
      id: highlight.id,
      statement: highlight.statement,
      state: highlight.anchor.state,
      exact: highlight.selector.quote,
      ok: isAtItsWords(highlight, texts.get(highlight.statement)),
    }));
    const wrongSources = sources.filter(({ ok }) => !ok);
    const wrongHighlights = highlights.filter(({ ok }) => !ok);
    // What could not be read has not been checked: the notices say what.
    const isWhole = !session.notices.some(({ kind }) =>
      ['workspace-set-aside', 'journal-damaged', 'read-only'].includes(kind),
    );
    const ok = isWhole && wrongSources.length === 0 && wrongHighlights.length === 0;
    const text = [
      ...wrongSources.map(({ file, fixity, sha256 }) => `${file}: ${fixity}, catalogued with SHA-256 ${sha256}`),
      ...wrongHighlights.map(({ id, statement, state, exact }) => `${statement}: highlight ${id} ${state}: “${exact}”`),
      `Sources: ${sources.length - wrongSources.length} of ${sources.length} as catalogued.`,
      `Highlights: ${highlights.length - wrongHighlights.length} of ${highlights.length} at their words.`,
    ].join('\n');
    const json = { sources, highlights, ok };
    if (ok) return succeed({ json, text });
    if (!isWhole)
      return succeed({
        json,
        text,
        problem: 'The workspace could not be read as it is, so its highlights are not verified.',
      });
    const count = `${wrongSources.length} of ${sources.length} sources and ${wrongHighlights.length} of ${highlights.length} highlights`;
    return succeed({ json, text, problem: `Verification failed for ${count}; the list names them.` });
  },
};
