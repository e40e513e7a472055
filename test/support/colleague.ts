import { randomUUID } from 'node:crypto';
import type { AttestService, CallInput } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { utf16 } from '../../core/text/offsets.ts';
import { openAttest } from '../../electron/services/open-attest.ts';
import type { OpenOptions } from '../../electron/services/ports.ts';
import { resources } from './bundled-statements.ts';

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

/** Somebody else with a workspace of their own, who gets files and sends some. */
export interface Colleague {
  readonly service: AttestService;
  /** Highlights words of a statement, and gives the highlight's id. */
  readonly highlight: (
    statement: string,
    words: string,
    more?: Partial<Pick<CallInput<'addHighlight'>, 'tags' | 'note'>>,
  ) => Promise<string>;
  /** The id of the highlight of these words. */
  readonly find: (words: string) => Promise<string>;
  /** Takes a file, with both notes where there are two. */
  readonly receive: (file: Buffer) => Promise<void>;
  /** Everything they have, without private notes unless these are asked for. */
  readonly send: (
    format: CallInput<'exportWork'>['format'],
    more?: Partial<Pick<CallInput<'exportWork'>, 'hasPrivateNotes'>>,
  ) => Promise<Buffer>;
  /** These highlights alone, with what they need. */
  readonly sendSome: (format: CallInput<'exportWork'>['format'], highlights: readonly string[]) => Promise<Buffer>;
  readonly leave: () => Promise<void>;
}

/** Opens the workspace of a colleague of this name, in a folder of their own. */
export async function openColleague(
  workspaceFolder: string,
  name: string,
  changed: Partial<OpenOptions> = {},
): Promise<Colleague> {
  const received = new Map<string, Buffer>();
  const sent: Uint8Array[] = [];
  const service = take(
    await openAttest({
      host: 'browser',
      version: '0',
      resources,
      workspaceFolder,
      access: 'write',
      lockWaitMs: 0,
      saveFile: async ({ content, count }) => {
        sent.push(content);
        return succeed({ outcome: 'saved', location: 'the post', count });
      },
      pickFile: async (upload) => {
        const source = received.get(upload ?? '');
        return source ? succeed({ source, name: 'from-a-colleague' }) : fail('not-found', 'There is no such file.');
      },
      ...changed,
    }),
  );
  take(await service.call('changeSettings', { name }));
  return {
    service,
    highlight: async (statement, words, { tags = [], note = '' } = {}) => {
      const { text } = take(await service.call('readStatement', { statement }));
      const start = text.indexOf(words);
      const passage = { start: utf16(start), end: utf16(start + words.length) };
      const added = take(await service.call('addHighlight', { statement, passage, tags: [...tags], note }));
      return added.highlights[0] ?? '';
    },
    find: async (words) => {
      const { highlights } = take(await service.call('openSession', {}));
      const found = highlights.find(({ selector }) => selector.quote.includes(words));
      if (!found) throw new Error(`${name} has no highlight of “${words}”`);
      return found.id;
    },
    receive: async (file) => {
      const upload = randomUUID();
      received.set(upload, file);
      const read = take(await service.call('readImport', { upload }));
      if (read.outcome !== 'read') throw new Error('The file was not read');
      take(await service.call('applyImport', { token: read.token, rule: 'both', choices: {} }));
    },
    send: async (format, { hasPrivateNotes = false } = {}) => {
      take(await service.call('exportWork', { format, highlights: null, hasPrivateNotes }));
      return Buffer.from(sent.at(-1) ?? []);
    },
    sendSome: async (format, highlights) => {
      take(await service.call('exportWork', { format, highlights: [...highlights], hasPrivateNotes: false }));
      return Buffer.from(sent.at(-1) ?? []);
    },
    leave: async () => {
      await service.close();
    },
  };
}
