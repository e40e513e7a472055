import { describe, expect, it, onTestFinished } from 'vitest';
import { importItemsAtATime } from '../../../../core/exchange/exchange-shapes.ts';
import type { AttestService, CallInput } from '../../../../core/ipc-contract.ts';
import { type Result, succeed } from '../../../../core/result.ts';
import { inEnglish } from '../../../../core/sentence.ts';
import { openAttest } from '../../../../electron/services/open-attest.ts';
import type { FileToSave, OpenOptions, PickedFile } from '../../../../electron/services/ports.ts';
import { leastCost } from '../../../../electron/store/vault/scrypt-cost.ts';
import { resources } from '../../../support/bundled-statements.ts';
import { openColleague } from '../../../support/colleague.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const statement = '000_46b87868a09d3577';

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

/** The sentence of a refusal; anything else fails the test. */
function refusal(result: Result<unknown>): string {
  if (result.ok) throw new Error('This was not refused.');
  return result.fault.message;
}

interface Desk {
  readonly service: AttestService;
  /** What is chosen next: a file, nothing, or a file that comes when the test says. */
  pick: (signal: AbortSignal) => Promise<Result<PickedFile | null>>;
  readonly saved: FileToSave[];
}

/** A reader's services, whose dialog gives what the test says. */
async function openDesk(folder: string, changed: Partial<OpenOptions> = {}): Promise<Desk> {
  const saved: FileToSave[] = [];
  const desk: { pick: Desk['pick'] } = { pick: async () => succeed(null) };
  const service = take(
    await openAttest({
      host: 'browser',
      version: '0',
      resources,
      workspaceFolder: folder,
      access: 'write',
      lockWaitMs: 0,
      chooseCost: async () => leastCost,
      saveFile: async (file) => {
        saved.push(file);
        return succeed({ outcome: 'saved', location: 'here', count: file.count });
      },
      pickFile: (_upload, signal) => desk.pick(signal),
      ...changed,
    }),
  );
  onTestFinished(async () => {
    await service.close();
  });
  return Object.assign(desk, { service, saved });
}

/** A colleague's archive, and the colleague. */
async function colleague(format: CallInput<'exportWork'>['format'] = 'attest') {
  const anna = await openColleague(await temporaryFolder(), 'Anna');
  onTestFinished(anna.leave);
  const id = await anna.highlight(statement, 'Moscow Mechanism', { tags: ['torture', 'courts'], note: 'Свобода' });
  return { anna, id, file: await anna.send(format) };
}

const holding =
  (source: Buffer, name = 'anna.attest') =>
  async () =>
    succeed({ source, name });

async function read(desk: Desk) {
  const answer = take(await desk.service.call('readImport', { upload: null }));
  if (answer.outcome !== 'read') throw new Error('The file was not read.');
  return answer;
}

const apply = (desk: Desk, token: string) => desk.service.call('applyImport', { token, rule: 'both', choices: {} });

describe('an import', () => {
  it('changes nothing before it is applied, then everything in one step that Undo takes back', async () => {
    const { file, id } = await colleague();
    const desk = await openDesk(await temporaryFolder());
    desk.pick = holding(file);
    const summary = await read(desk);
    expect(summary).toMatchObject({ from: 'Anna', format: 'attest', counts: { new: { highlights: 1, all: 2 } } });
    expect(take(await desk.service.call('openSession', {})).highlights).toEqual([]);
    const applied = take(await apply(desk, summary.token));
    const summarised = { kind: 'merge-work', people: ['Anna'] };
    expect(applied).toMatchObject({
      outcome: 'taken',
      highlights: [id],
      save: { state: 'saved' },
      summary: summarised,
    });
    take(await desk.service.call('undo', {}));
    const session = take(await desk.service.call('openSession', {}));
    expect([session.highlights, session.tags.length]).toEqual([[], 3]);
    expect(await read(desk)).toMatchObject({ counts: summary.counts, items: summary.items });
  });

  it('that is applied twice changes nothing the second time', async () => {
    const { file } = await colleague();
    const desk = await openDesk(await temporaryFolder());
    desk.pick = holding(file);
    const { token } = await read(desk);
    take(await apply(desk, token));
    const { revision } = take(await desk.service.call('openSession', {}));
    expect(take(await apply(desk, token))).toMatchObject({ outcome: 'taken', highlights: [], revision });
  });

  it('that nobody has opened, or that was dropped, is refused in a sentence', async () => {
    const { file } = await colleague();
    const desk = await openDesk(await temporaryFolder());
    desk.pick = holding(file);
    const { token } = await read(desk);
    take(await desk.service.call('dropImport', { token }));
    for (const wrong of [token, '', '__proto__', 'constructor']) {
      for (const answer of [
        await apply(desk, wrong),
        await desk.service.call('readImportItems', { token: wrong, from: 0 }),
        await desk.service.call('saveImportReport', { token: wrong }),
      ]) {
        expect(refusal(answer)).toBe('This import is not open any more: choose the file again.');
      }
    }
    expect(desk.saved).toEqual([]);
  });

  it('is kept open beside three others, and no more', async () => {
    const { file } = await colleague();
    const desk = await openDesk(await temporaryFolder());
    desk.pick = holding(file);
    const tokens: string[] = [];
    for (let count = 0; count < 5; count += 1) tokens.push((await read(desk)).token);
    expect((await apply(desk, tokens[0] ?? '')).ok).toBe(false);
    expect((await apply(desk, tokens[1] ?? '')).ok).toBe(true);
  });

  it('can be given up while the file is chosen or read, and then another is read', async () => {
    const { file } = await colleague();
    const desk = await openDesk(await temporaryFolder());
    desk.pick = async () => {
      take(await desk.service.call('dropImport', { token: null }));
      return succeed({ source: file, name: 'anna.attest' });
    };
    expect(take(await desk.service.call('readImport', { upload: null }))).toEqual({ outcome: 'cancelled' });
    desk.pick = async () => succeed(null);
    expect(take(await desk.service.call('readImport', { upload: null }))).toEqual({ outcome: 'cancelled' });
    desk.pick = holding(file);
    expect((await read(desk)).itemCount).toBe(2);
  });

  it('waits for the one that is being read', async () => {
    const { file } = await colleague();
    const desk = await openDesk(await temporaryFolder());
    let arrive: (file: Result<PickedFile>) => void = () => undefined;
    desk.pick = () => new Promise((resolve) => (arrive = resolve));
    const slow = desk.service.call('readImport', { upload: null });
    expect(refusal(await desk.service.call('readImport', { upload: null }))).toBe(
      'Another file is being read: wait until it is done, or cancel it.',
    );
    arrive(succeed({ source: file, name: 'anna.attest' }));
    expect(take(await slow)).toMatchObject({ outcome: 'read', fileName: 'anna.attest' });
  });

  it('of what cannot be read says why, and leaves nothing open', async () => {
    const desk = await openDesk(await temporaryFolder());
    desk.pick = holding(Buffer.from('neither this nor that'));
    expect(refusal(await desk.service.call('readImport', { upload: null }))).toMatch(
      /^The file is none that Attest reads/u,
    );
    const { service } = await openDesk(await temporaryFolder(), { pickFile: undefined as never });
    expect((await service.call('readImport', { upload: null })).ok).toBe(false);
  });

  it('can be looked at in a workspace that is open for reading only, and not applied', async () => {
    const { file } = await colleague();
    const folder = await temporaryFolder();
    await (await openDesk(folder)).service.close();
    const desk = await openDesk(folder, { host: 'command line', access: 'read' });
    desk.pick = holding(file);
    const summary = await read(desk);
    expect(summary.itemCount).toBe(2);
    expect(await apply(desk, summary.token)).toMatchObject({ ok: false, fault: { code: 'read-only' } });
    expect(take(await desk.service.call('openSession', {})).highlights).toEqual([]);
  });

  it('is forgotten when the workspace is locked, and none is read while it is', async () => {
    const { file } = await colleague();
    const desk = await openDesk(await temporaryFolder());
    const passphrase = 'a long enough passphrase';
    take(await desk.service.call('encryptWorkspace', { passphrase }));
    desk.pick = holding(file);
    const { token } = await read(desk);
    take(await desk.service.call('lockVault', {}));
    expect((await desk.service.call('readImport', { upload: null })).ok).toBe(false);
    expect(
      (await desk.service.call('exportWork', { format: 'attest', highlights: null, hasPrivateNotes: false })).ok,
    ).toBe(false);
    take(await desk.service.call('unlockVault', { passphrase }));
    expect((await apply(desk, token)).ok).toBe(false);
    expect(take(await desk.service.call('openSession', {})).highlights).toEqual([]);
  });

  it('shows what the workspace says now, a page at a time', async () => {
    const anna = await openColleague(await temporaryFolder(), 'Anna');
    onTestFinished(anna.leave);
    const long = '003_7caa75fa661d9e47';
    const { text } = take(await anna.service.call('readStatement', { statement: long }));
    const words = [...new Set(text.match(/\b[\p{L}]{6,}\b/gu))].slice(0, importItemsAtATime + 5);
    for (const word of words) await anna.highlight(long, word);
    const desk = await openDesk(await temporaryFolder());
    desk.pick = holding(await anna.send('web-annotation'), 'anna.jsonld');
    const summary = await read(desk);
    expect([summary.items.length, summary.itemCount]).toEqual([importItemsAtATime, words.length]);
    const from = importItemsAtATime;
    const rest = take(await desk.service.call('readImportItems', { token: summary.token, from }));
    expect(rest.items).toHaveLength(words.length - from);
    expect(new Set([...summary.items, ...rest.items].map(({ key }) => key)).size).toBe(words.length);
    expect(summary.lines.length + rest.lines.length).toBeGreaterThanOrEqual(words.length);
    take(await apply(desk, summary.token));
    expect(take(await desk.service.call('readImportItems', { token: summary.token, from: 0 })).items).toEqual([]);
  });

  it('writes its report as text, a line for each thing', async () => {
    const { file } = await colleague();
    const desk = await openDesk(await temporaryFolder());
    desk.pick = holding(file, 'from\nAnna.attest');
    const { token } = await read(desk);
    take(await desk.service.call('saveImportReport', { token }));
    const [report] = desk.saved.map(({ content }) => Buffer.from(content).toString());
    expect(report).toMatch(/^Import of from Anna\.attest \(attest\)\n\d{4}-\S+Z\n\d+ taken, 0 changed, 0 refused\n\n/u);
    expect(report).toContain('taken: Moscow Mechanism: ');
    expect(report?.endsWith('\n')).toBe(true);
  });

  it('says which of its tags is called otherwise here, and which was deleted', async () => {
    const desk = await openDesk(await temporaryFolder());
    const { service } = desk;
    const { tags } = take(await service.call('openSession', {}));
    const idOf = (name: string): string => tags.find((tag) => tag.name === name)?.id ?? '';
    take(await service.call('changeTag', { do: 'rename', id: idOf('torture'), name: 'ill-treatment' }));
    take(await service.call('changeTag', { do: 'delete', id: idOf('detention') }));
    const said = async (): Promise<string[]> =>
      (await read(desk)).lines
        .filter(({ outcome }) => outcome !== 'taken')
        .map(({ outcome, item, sentence }) => `${outcome}: ${item}: ${inEnglish(sentence)}`);
    const anna = await openColleague(await temporaryFolder(), 'Anna');
    onTestFinished(anna.leave);
    await anna.highlight(statement, 'Moscow Mechanism', { tags: ['torture', 'detention'] });
    desk.pick = holding(await anna.send('attest'));
    expect(await said()).toEqual([
      'refused: detention: You have deleted this tag, and it stays deleted: 1 highlight comes without it.',
      'changed: torture: This tag is called “ill-treatment” in your codebook now, and stays so.',
    ]);
    desk.pick = holding(Buffer.from('tag,description\ndetention,\n'), 'codes.csv');
    expect(await said()).toEqual(['refused: detention: You have deleted this tag, and it stays deleted.']);
  });

  it('of a file of another program says what of it was deleted here', async () => {
    const { file } = await colleague('qdpx');
    const desk = await openDesk(await temporaryFolder());
    desk.pick = holding(file, 'anna.qdpx');
    take(await apply(desk, (await read(desk)).token));
    const { highlights } = take(await desk.service.call('openSession', {}));
    take(await desk.service.call('deleteHighlights', { ids: highlights.map(({ id }) => id) }));
    const { lines, token } = await read(desk);
    expect(lines[0]).toMatchObject({
      outcome: 'refused',
      item: 'Moscow Mechanism',
      sentence: { pattern: 'You have deleted this highlight, and it stays deleted.' },
    });
    take(await apply(desk, token));
    expect(take(await desk.service.call('openSession', {})).highlights).toEqual([]);
  });
});

describe('an export of work', () => {
  it('counts what is in it, not what was deleted', async () => {
    const { anna } = await colleague();
    const id = await anna.highlight(statement, 'Belarus');
    take(await anna.service.call('deleteHighlights', { ids: [id] }));
    const answer = await anna.service.call('exportWork', {
      format: 'attest',
      highlights: null,
      hasPrivateNotes: false,
    });
    expect(take(answer)).toMatchObject({ outcome: 'saved', count: 1 });
  });

  it('of a format that cannot call a note private has none, whoever asks', async () => {
    const { anna, id } = await colleague();
    take(await anna.service.call('editHighlight', { id, note: 'Her source', isNotePrivate: true }));
    const desk = await openDesk(await temporaryFolder());
    for (const [format, isThere] of [
      ['qdpx', false],
      ['attest', true],
    ] as const) {
      const sent = await anna.send(format, { hasPrivateNotes: true });
      desk.pick = holding(sent);
      const notes = (await read(desk)).items.flatMap(({ theirs }) => (theirs ? [theirs.note] : []));
      expect(notes.includes('Her source')).toBe(isThere);
    }
    expect((await anna.send('taguette-highlights', { hasPrivateNotes: true })).toString()).not.toContain('Her source');
  });

  it('that its user does not save is cancelled, and says nothing of lines', async () => {
    const { service } = await openDesk(await temporaryFolder(), {
      saveFile: async () => succeed({ outcome: 'cancelled' }),
    });
    const asked = { format: 'attest', highlights: null, hasPrivateNotes: false } as const;
    expect(take(await service.call('exportWork', asked))).toEqual({ outcome: 'cancelled' });
  });
});
