import { describe, expect, it } from 'vitest';
import type { AttestService } from '../../../core/ipc-contract.ts';
import { openAttest } from '../../../electron/services/open-attest.ts';
import { refusal, take } from '../../core/workspace/small-workspace.ts';
import { resources } from '../../support/bundled-statements.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function open(): Promise<AttestService> {
  return take(
    await openAttest({
      host: 'desktop',
      version: '0',
      resources,
      workspaceFolder: await temporaryFolder(),
      access: 'write',
      lockWaitMs: 0,
      saveFile: async () => ({ ok: true, value: { outcome: 'cancelled' } }),
    }),
  );
}

const session = async (service: AttestService) => take(await service.call('openSession', {}));

describe('tagging all hits', () => {
  it('highlights a word wherever it stands, once, in one step that can be undone', async () => {
    const service = await open();
    const request = { query: 'belarus', spellings: false, tag: 'country', extent: 'words' } as const;
    const found = take(
      await service.call('search', { query: 'belarus', spellings: false, typing: false, limit: 1_000 }),
    );
    const places = found.hits.flatMap((hit) => hit.places);
    const preview = take(await service.call('previewTagHits', request));
    expect(preview).toMatchObject({ passages: places.length, highlighted: 0 });
    expect(places.length).toBeGreaterThan(found.total);
    take(await service.call('tagHits', request));
    const { highlights } = await session(service);
    expect(highlights).toHaveLength(places.length);
    expect(highlights.filter(({ selector }) => !/^belarus/iu.test(selector.quote))).toEqual([]);
    expect(take(await service.call('previewTagHits', request)).highlighted).toBe(places.length);
    take(await service.call('undo', {}));
    expect((await session(service)).highlights).toEqual([]);
    await service.close();
  });

  it('refuses to guess what is meant where no words are asked for', async () => {
    const service = await open();
    const request = { query: 'speaker:carpenter', spellings: true, tag: 'x', extent: 'sentence' } as const;
    expect(refusal(await service.call('tagHits', request))).toContain('no words');
    const whole = take(await service.call('previewTagHits', { ...request, extent: 'paragraph' }));
    expect(whole.passages).toBeGreaterThan(10);
    expect(refusal(await service.call('tagHits', { ...request, query: 'nosuchword' }))).toContain('nothing to tag');
    await service.close();
  });
});
