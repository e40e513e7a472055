import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exported } from '../../../core/outcomes.ts';
import { describeAttachment } from '../../../electron/browser/downloads.ts';
import { runServer, unwrap } from './running-server.ts';

const file = {
  suggestedName: 'Пытки – 2020.md',
  mimeType: 'text/markdown; charset=utf-8',
  content: new TextEncoder().encode('“Quoted”\r\n'),
  count: 3,
  beside: null,
};
const { signal } = new AbortController();

/** The address of the first file of a download. */
function urlOf(exported: Exported): string {
  if (exported.outcome !== 'download') throw new Error(`The export ended as ${exported.outcome}.`);
  return exported.files[0]?.url ?? '';
}

describe('an export', () => {
  it('is downloaded once, byte for byte, under its name', async () => {
    const { downloads, ask, enter } = await runServer();
    const Cookie = await enter();
    const saved = unwrap(await downloads.saveFile(file, signal));
    expect(saved).toMatchObject({ files: [{ fileName: file.suggestedName }], count: 3 });
    const answer = await ask({ path: urlOf(saved), headers: { Cookie } });
    expect(answer.status).toBe(200);
    expect(answer.body).toBe('“Quoted”\r\n');
    expect(answer.headers).toMatchObject({
      'content-type': file.mimeType,
      'content-disposition':
        'attachment; filename="_____ _ 2020.md"; filename*=UTF-8\'\'%D0%9F%D1%8B%D1%82%D0%BA%D0%B8%20%E2%80%93%202020.md',
      'x-content-type-options': 'nosniff',
    });
    expect((await ask({ path: urlOf(saved), headers: { Cookie } })).status).toBe(404);
  });

  it('stays for its reader when somebody without the cookie asks for it', async () => {
    const { downloads, ask, enter } = await runServer();
    const saved = unwrap(await downloads.saveFile(file, signal));
    expect((await ask({ path: urlOf(saved) })).status).toBe(403);
    expect((await ask({ path: urlOf(saved), headers: { Cookie: await enter() } })).status).toBe(200);
  });

  it('is gone after five minutes', async () => {
    const { downloads, ask, enter, pass } = await runServer();
    const Cookie = await enter();
    const content = file.content.slice();
    const saved = unwrap(await downloads.saveFile({ ...file, content }, signal));
    pass(5 * 60_000);
    const answer = await ask({ path: urlOf(saved), headers: { Cookie } });
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('export again');
  });

  it('is forgotten when the workspace is locked, and its bytes are wiped', async () => {
    const { downloads, ask, enter } = await runServer();
    const Cookie = await enter();
    const [content, page] = [file.content.slice(), file.content.slice()];
    const saved = unwrap(await downloads.saveFile({ ...file, content }, signal));
    const printed = unwrap(await downloads.printInReader({ ...file, content: page }, signal));
    downloads.forget();
    expect((await ask({ path: urlOf(saved), headers: { Cookie } })).status).toBe(404);
    const address = printed.outcome === 'print' ? printed.url : '';
    expect((await ask({ path: address, headers: { Cookie } })).status).toBe(404);
    expect([...content, ...page].every((byte) => byte === 0)).toBe(true);
  });
});

describe('an export with a record beside it', () => {
  const record = {
    suffix: '.attest.json',
    mimeType: 'application/json',
    content: new TextEncoder().encode('{"title":"Пытки"}'),
  };

  it('is two downloads, the record under the name of the other', async () => {
    const { downloads, ask, enter } = await runServer();
    const Cookie = await enter();
    const saved = unwrap(await downloads.saveFile({ ...file, beside: record }, signal));
    if (saved.outcome !== 'download') throw new Error(`The export ended as ${saved.outcome}.`);
    expect(saved.files.map(({ fileName }) => fileName)).toEqual(['Пытки – 2020.md', 'Пытки – 2020.md.attest.json']);
    const bodies: string[] = [];
    for (const { url } of saved.files) bodies.push((await ask({ path: url, headers: { Cookie } })).body);
    expect(bodies).toEqual(['“Quoted”\r\n', '{"title":"Пытки"}']);
  });

  it('is cancelled without a trace', async () => {
    const { downloads } = await runServer();
    const aborted = AbortSignal.abort();
    expect(unwrap(await downloads.saveFile({ ...file, beside: record }, aborted))).toEqual({ outcome: 'cancelled' });
    expect(unwrap(await downloads.printInReader(file, aborted))).toEqual({ outcome: 'cancelled' });
  });
});

describe('a page to be printed', () => {
  const page = { ...file, suggestedName: 'a.html', mimeType: 'text/html;charset=utf-8' };

  it('is shown once, in a frame of the reader alone, and can do nothing', async () => {
    const { downloads, ask, enter } = await runServer();
    const Cookie = await enter();
    const exported = unwrap(await downloads.printInReader(page, signal));
    if (exported.outcome !== 'print') throw new Error(`The export ended as ${exported.outcome}.`);
    expect(exported).toMatchObject({ files: [], count: 3 });
    expect((await ask({ path: exported.url })).status).toBe(403);
    const answer = await ask({ path: exported.url, headers: { Cookie } });
    expect(answer.status).toBe(200);
    expect(answer.body).toBe('“Quoted”\r\n');
    expect(answer.headers).toMatchObject({ 'content-type': page.mimeType, 'x-frame-options': 'SAMEORIGIN' });
    expect(answer.headers['content-disposition']).toBeUndefined();
    expect(answer.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    );
    const again = await ask({ path: exported.url, headers: { Cookie } });
    expect(again.status).toBe(404);
    expect(again.body).toContain('export again');
  });

  it('is not to be had as a download, nor a download as a page', async () => {
    const { downloads, ask, enter } = await runServer();
    const Cookie = await enter();
    const exported = unwrap(await downloads.printInReader(page, signal));
    const url = exported.outcome === 'print' ? exported.url : '';
    const asDownload = url.replace('/print/', '/download/');
    expect((await ask({ path: asDownload, headers: { Cookie } })).status).toBe(404);
    const saved = urlOf(unwrap(await downloads.saveFile(file, signal))).replace('/download/', '/print/');
    expect((await ask({ path: saved, headers: { Cookie } })).status).toBe(404);
    expect((await ask({ path: url, headers: { Cookie } })).status).toBe(200);
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
