import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeAttachment } from '../../../electron/browser/downloads.ts';
import { runServer, unwrap } from './running-server.ts';

const file = {
  suggestedName: 'Пытки – 2020.md',
  mimeType: 'text/markdown; charset=utf-8',
  content: new TextEncoder().encode('“Quoted”\r\n'),
  count: 3,
};

describe('an export', () => {
  it('is downloaded once, byte for byte, under its name', async () => {
    const { downloads, ask, enter } = await runServer();
    const Cookie = await enter();
    const saved = unwrap(await downloads.saveFile(file));
    if (saved.outcome !== 'download') throw new Error(`unexpected outcome ${saved.outcome}`);
    expect(saved).toMatchObject({ fileName: file.suggestedName, count: 3 });
    const answer = await ask({ path: saved.url, headers: { Cookie } });
    expect(answer.status).toBe(200);
    expect(answer.body).toBe('“Quoted”\r\n');
    expect(answer.headers).toMatchObject({
      'content-type': file.mimeType,
      'content-disposition':
        'attachment; filename="_____ _ 2020.md"; filename*=UTF-8\'\'%D0%9F%D1%8B%D1%82%D0%BA%D0%B8%20%E2%80%93%202020.md',
      'x-content-type-options': 'nosniff',
    });
    expect((await ask({ path: saved.url, headers: { Cookie } })).status).toBe(404);
  });

  it('stays for its reader when somebody without the cookie asks for it', async () => {
    const { downloads, ask, enter } = await runServer();
    const saved = unwrap(await downloads.saveFile(file));
    if (saved.outcome !== 'download') throw new Error(`unexpected outcome ${saved.outcome}`);
    expect((await ask({ path: saved.url })).status).toBe(403);
    expect((await ask({ path: saved.url, headers: { Cookie: await enter() } })).status).toBe(200);
  });

  it('is gone after five minutes', async () => {
    const { downloads, ask, enter, pass } = await runServer();
    const Cookie = await enter();
    const saved = unwrap(await downloads.saveFile(file));
    if (saved.outcome !== 'download') throw new Error(`unexpected outcome ${saved.outcome}`);
    pass(5 * 60_000);
    const answer = await ask({ path: saved.url, headers: { Cookie } });
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('export again');
  });
});

describe('the name of a download', () => {
  it('cannot end its header, its quotes or its folder', () => {
    expect(describeAttachment('a"b\\c/../d\r\nX: y%41.md')).toBe(
      'attachment; filename="a_b_c_.._d__X: y_41.md"; filename*=UTF-8\'\'a%22b_c_.._d__X%3A%20y%2541.md',
    );
  });

  it('is always a header of printable ASCII that gives the name back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const header = describeAttachment(name);
        expect(header).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.!~%-]*$/u);
        const [, encoded = ''] = header.split("''");
        expect(decodeURIComponent(encoded)).toBe(name.replace(/[\p{Cc}\p{Surrogate}/\\]/gu, '_'));
      }),
    );
  });
});
