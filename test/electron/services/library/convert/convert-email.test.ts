import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../../../../core/sentence.ts';
import type { Conversion } from '../../../../../electron/services/library/convert/conversion.ts';
import { convertEmail } from '../../../../../electron/services/library/convert/convert-email.ts';
import { encodeLegacy } from './encode-legacy.ts';

const mail = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'));

async function convert(bytes: Uint8Array, encoding?: string): Promise<Conversion> {
  const converted = await convertEmail({ name: 'message.eml', bytes }, encoding === undefined ? {} : { encoding });
  if (!converted.ok) throw new Error(converted.fault.message);
  return converted.value;
}

const head = [
  'From: =?UTF-8?B?0JLRj9GB0L3QsA==?= <info@example.org>',
  'To: press@example.org',
  'Subject: =?UTF-8?Q?Statement_on_=E2=80=9Cextremism=E2=80=9D?=',
  'Date: Tue, 3 Nov 2020 23:30:00 -0500',
  'Message-ID: <1@example.org>',
  'MIME-Version: 1.0',
];

describe('a message', () => {
  it('is its body, with the earlier mail quoted in it, and what its head states', async () => {
    const converted = await convert(
      mail(
        ...head,
        'Content-Type: text/plain; charset=utf-8',
        '',
        'We object.',
        '',
        'On Monday X wrote:',
        '> Earlier words',
        '> more',
        '',
      ),
    );
    expect(converted.text).toBe('We object.\n\nOn Monday X wrote:\n> Earlier words\n> more');
    expect(converted).toMatchObject({ format: 'email', structure: [], pages: null, encoding: null, remarks: [] });
    expect(converted.facts).toEqual({
      title: { value: 'Statement on “extremism”', basis: 'stated', from: 'The message’s “Subject”.' },
      people: {
        value: [{ name: 'Вясна', role: 'sender', as: 'author' }],
        basis: 'stated',
        from: 'The message’s “From”.',
      },
      // The day it was where the sender was, and not the one in UTC.
      date: { value: '2020-11-03', basis: 'stated', from: 'The message’s “Date”.' },
    });
  });

  it('is read whatever its head says of the language, and has no field without an end', async () => {
    for (const language of ['en-US-GB', 'x', 'be-by, ru', '']) {
      const { text } = await convert(mail(...head, `Content-Language: ${language}`, '', 'We object.'));
      expect(text).toBe('We object.');
    }
    const { facts } = await convert(
      mail(`From: ${'n'.repeat(500_000)} <a@b.c>`, `Subject: ${'s'.repeat(500_000)}`, '', 'We object.'),
    );
    expect([facts.title?.value?.length, facts.people?.value?.[0]?.name.length]).toEqual([1_000, 1_000]);
  });

  it('prefers the text to the HTML beside it, and names what is attached', async () => {
    const converted = await convert(
      mail(
        ...head,
        'Content-Type: multipart/mixed; boundary=a',
        '',
        '--a',
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Torture =E2=80=94 and ill-treat=',
        'ment.',
        '--b',
        'Content-Type: text/html; charset=utf-8',
        '',
        '<p>Torture in <b>HTML</b>.</p>',
        '--b--',
        '--a',
        'Content-Type: application/pdf; name="report.pdf"',
        'Content-Disposition: attachment; filename="report.pdf"',
        'Content-Transfer-Encoding: base64',
        '',
        'JVBERi0=',
        '--a--',
      ),
    );
    expect(converted.text).toBe('Torture — and ill-treatment.');
    expect(converted.remarks.map(inEnglish)).toEqual([
      '1 file is attached to the message and is no part of its text: report.pdf. Save what is attached from your mail program, and add it if you need it.',
    ]);
  });

  it('is the text of its HTML where there is no other, or where the other only says so', async () => {
    const html = `<h1>Heading</h1><p>First of the words that were said, ${'and more of them '.repeat(30)}.</p><script>alert(1)</script><p>Second.</p>`;
    const only = await convert(mail(...head, 'Content-Type: text/html; charset=utf-8', '', html));
    expect(only.format).toBe('email');
    expect(only.text).toMatch(/^Heading\n\nFirst of the words[^\n]*\n\nSecond\.$/u);
    expect(only.facts.title?.value).toBe('Statement on “extremism”');
    const stub = await convert(
      mail(
        ...head,
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'Open in a browser.',
        '--b',
        'Content-Type: text/html',
        '',
        html,
        '--b--',
      ),
    );
    expect(stub.text).toContain('First of the words');
  });

  it('is read in windows-1252 and KOI8-U with the characters that Node’s decoder does not know', async () => {
    const bytes = Buffer.concat([
      mail(...head, 'Content-Type: text/plain; charset=iso-8859-1', '', ''),
      encodeLegacy('“We” – they said – don’t.', 'windows-1252'),
    ]);
    expect((await convert(bytes)).text).toBe('“We” – they said – don’t.');
    const belarusian = Buffer.concat([
      mail(...head, 'Content-Type: text/plain; charset=koi8-u', '', ''),
      encodeLegacy('Права на свабоду: ўсе людзі.', 'koi8-u'),
    ]);
    expect((await convert(belarusian)).text).toBe('Права на свабоду: ўсе людзі.');
  });

  it('that says nothing of its encoding is read in the likeliest one, or in the chosen one', async () => {
    const text = [
      'From: Правозащитники <info@example.org>',
      'Subject: Заявление о задержаниях',
      'Date: 5 Nov 2003 10:00:00 +0200',
      'Message-ID: <1@example.org>',
      '',
      'Вчера в Минске были задержаны участники мирного собрания.',
    ].join('\r\n');
    const bytes = encodeLegacy(text, 'koi8-r');
    const converted = await convert(bytes);
    expect(converted.text).toBe('Вчера в Минске были задержаны участники мирного собрания.');
    expect(converted.encoding).toEqual({ name: 'koi8-r', basis: 'inferred' });
    expect(converted.facts.title?.value).toBe('Заявление о задержаниях');
    expect(converted.facts.people?.value?.[0]?.name).toBe('Правозащитники');
    expect((await convert(bytes, 'windows-1251')).text).toContain('чЮЕТБ Ч нЙОУЛЕ');
  });

  it('with a head of unencoded letters has them read', async () => {
    const bytes = Buffer.concat([
      encodeLegacy('Subject: Заявление о задержаниях в Минске\r\n', 'windows-1251'),
      mail('From: a@example.org', 'Message-ID: <1@x>', 'Content-Type: text/plain; charset=utf-8', '', 'Праўда'),
    ]);
    expect(await convert(bytes)).toMatchObject({
      text: 'Праўда',
      facts: { title: { value: 'Заявление о задержаниях в Минске' } },
    });
  });
});

describe('a message that is none', () => {
  it('is refused where it holds no text', async () => {
    const refused = await convertEmail({ name: 'a.eml', bytes: mail(...head, '', '') }, {});
    expect(!refused.ok && refused.fault.message).toBe('There is no text in the file: choose another one.');
  });

  it('is refused where its parts lie too deep in each other', async () => {
    const parts = Array.from({ length: 200 }, (_, at) => [
      `Content-Type: multipart/mixed; boundary=b${at}`,
      '',
      `--b${at}`,
    ]).flat();
    const refused = await convertEmail({ name: 'a.eml', bytes: mail(...head, ...parts, '', 'text') }, {});
    expect(!refused.ok && refused.fault.message).toMatch(/^The message is damaged/u);
  });

  it('is cut off anywhere, and nothing is thrown', async () => {
    const whole = mail(
      ...head,
      'Content-Type: multipart/mixed; boundary="a"',
      '',
      '--a',
      'Content-Type: text/html; charset=windows-1251',
      'Content-Transfer-Encoding: base64',
      '',
      'PHA+0uXx8jwvcD4=',
      '--a--',
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.uint8Array({ maxLength: 20 }), async (at, noise) => {
        const bytes = Buffer.concat([whole.subarray(0, at), noise]);
        expect(typeof (await convertEmail({ name: 'a.eml', bytes }, {})).ok).toBe('boolean');
      }),
      { numRuns: 100 },
    );
  });
});
