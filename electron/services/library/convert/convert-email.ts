import PostalMime, { type Email } from 'postal-mime';
import { fail, type Result, succeed } from '../../../../core/result.ts';
import { type Sentence, say } from '../../../../core/sentence.ts';
import type { CatalogueFields } from '../../../../core/statements/catalogue.ts';
import { readDate } from '../../../../core/statements/edtf-date.ts';
import type { Conversion, Convert, SourceFile } from './conversion.ts';
import { encodingNamed } from './decode-bytes.ts';
import { convertHtml } from './html/convert-html.ts';
import { readStatedLanguage } from './html/stated-language.ts';
import { type MailBytes, prepareMail } from './mail-bytes.ts';
import { refuseSize, refuseText, unknownEncoding } from './refuse-source.ts';

const limits = { maxNestingDepth: 50, maxHeadersSize: 2 * 1024 * 1024, maxRfc822NestingDepth: 5 };

/** How many attachments a remark names. */
const mostNamed = 10;

/** A text body shorter than this, and than a tenth of the HTML beside it, only says that there is HTML. */
const shortBody = 400;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day on which a message was sent, where its sender was; `null` where its head says it in no way that is known. */
function dayOf(header: string | undefined): string | null {
  const [, day = '', month = '', year = ''] =
    /(?:^|[\s,])(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\b/iu.exec(header ?? '') ?? [];
  const number = months.indexOf(month.toLowerCase()) + 1;
  if (number === 0) return null;
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return readDate(date) === null ? null : date;
}

/** The longest field that is somebody’s and no mistake, in UTF-16 units. */
const longestField = 1_000;

const headerOf = (email: Email, key: string): string | undefined =>
  email.headers.find((header) => header.key === key)?.value;

/** What the head of the message states. */
function factsOf(email: Email, correct: MailBytes['correct']): Partial<CatalogueFields> {
  const stated = <Value>(value: Value, header: string) => ({
    value,
    basis: 'stated' as const,
    from: `The message’s “${header}”.`,
  });
  const tidy = (text: string | undefined): string =>
    correct(text ?? '')
      .replace(/\s+/gu, ' ')
      .trim()
      .slice(0, longestField);
  const title = tidy(email.subject);
  const name = tidy(email.from?.name || email.from?.address);
  const date = dayOf(headerOf(email, 'date'));
  const [language] = (headerOf(email, 'content-language') ?? '').split(',').flatMap((tag) => {
    const known = readStatedLanguage(tag);
    return known === null ? [] : Intl.getCanonicalLocales(known);
  });
  return {
    ...(title !== '' && { title: stated(title, 'Subject') }),
    ...(name !== '' && { people: stated([{ name, role: 'sender', as: 'author' as const }], 'From') }),
    ...(date !== null && { date: stated(date, 'Date') }),
    ...(language !== undefined && { language: stated(language, 'Content-Language') }),
  };
}

/** What is attached, without the pictures that are part of the HTML. */
function remarksOf(email: Email, correct: MailBytes['correct']): Sentence[] {
  const attached = email.attachments.filter(({ related }) => related !== true);
  if (attached.length === 0) return [];
  const names = attached
    .slice(0, mostNamed)
    .map(({ filename, mimeType }) => correct(filename ?? mimeType).slice(0, 100));
  return [
    say(
      /*i18n*/ '{count, plural, one {# file is attached to the message and is no part of its text: {names}.} other {# files are attached to the message and are no part of its text: {names}.}} Save what is attached from your mail program, and add it if you need it.',
      { count: attached.length, names: `${names.join(', ')}${attached.length > mostNamed ? ', …' : ''}` },
    ),
  ];
}

/** What the HTML of a message comes to. */
function convertBody(name: string, html: string): Promise<Result<Conversion>> {
  return convertHtml({ name, bytes: new TextEncoder().encode(html) }, { encoding: 'utf-8' });
}

async function parseMail(bytes: Uint8Array): Promise<Result<Email>> {
  try {
    return succeed(await PostalMime.parse(bytes, limits));
  } catch {
    // The parser throws where parts lie too deep in each other, and where the head never ends.
    return fail(
      'unreadable',
      say(
        /*i18n*/ 'The message is damaged, or made of more parts than a message has: save it again from your mail program.',
      ),
    );
  }
}

async function bodyOf(
  file: SourceFile,
  email: Email,
  correct: MailBytes['correct'],
): Promise<Result<Conversion | string>> {
  const text = correct(email.text ?? '')
    .replace(/\r\n?/gu, '\n')
    .replace(/^\n+|\s+$/gu, '');
  const html = correct(email.html ?? '');
  const isStub = text.length < shortBody && text.length * 10 < html.length;
  if (html === '' || (text !== '' && !isStub)) return succeed(text);
  const converted = await convertBody(file.name, html);
  const hasMore = converted.ok && converted.value.text.length > 3 * text.length;
  return text === '' || hasMore ? converted : succeed(text);
}

/**
 * A message as mail programs save it: its text is its body, with the earlier messages that are quoted in it; the body in HTML
 * where there is no other. Subject, sender and day are taken from its head, and attachments are named in a remark.
 */
export const convertEmail: Convert = async (file, options) => {
  const tooLarge = refuseSize(file.bytes.length);
  if (tooLarge !== null) return fail('invalid', tooLarge);
  if (options.encoding !== undefined && encodingNamed(options.encoding) === null) {
    return fail('invalid', unknownEncoding(options.encoding));
  }
  const { bytes, encoding, correct } = prepareMail(file.bytes, options.encoding);
  const email = await parseMail(bytes);
  if (!email.ok) return email;
  const body = await bodyOf(file, email.value, correct);
  if (!body.ok) return body;
  const { text, structure, remarks, facts } =
    typeof body.value === 'string' ? { text: body.value, structure: [], remarks: [], facts: {} } : body.value;
  const refusal = refuseText(text);
  if (refusal !== null) return fail('invalid', refusal);
  return succeed({
    format: 'email',
    text,
    // A message has no surroundings, whatever its HTML looks like: what is quoted in it is not to be folded away.
    structure: structure.filter(({ kind }) => kind !== 'furniture'),
    pages: null,
    facts: { ...(facts.language && { language: facts.language }), ...factsOf(email.value, correct) },
    encoding,
    remarks: [...remarks, ...remarksOf(email.value, correct)],
  });
};
