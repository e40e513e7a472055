import { fail, succeed } from '../../../../../core/result.ts';
import { type Sentence, say } from '../../../../../core/sentence.ts';
import type { Convert } from '../conversion.ts';
import { encodingNamed } from '../decode-bytes.ts';
import { countNoise } from '../read-text.ts';
import { notText, refuseSize, refuseText, remarkOnDamage, unknownEncoding } from '../refuse-source.ts';
import { type DecodedHtml, decodeHtml } from './decode-html.ts';
import { findArticle } from './find-article.ts';
import { factsOf } from './page-facts.ts';
import { readHtml } from './read-html.ts';
import { isMhtml, unpackMhtml } from './unpack-mhtml.ts';
import { writeBlocks } from './write-blocks.ts';

/** From which share of a page on, what is no character makes it no page. */
const mostNoise = 0.1;

const noText = say(
  /*i18n*/ 'The page has no text: it may have been saved before it was loaded. Open it in a browser, and save it again.',
);

const noPage = say(/*i18n*/ 'There is no web page in the file: open it in a browser, and save the page as HTML.');

function remarksOn({ text, encoding, contradicted }: DecodedHtml): Sentence[] {
  const damage = remarkOnDamage(text);
  const contradiction =
    contradicted === null
      ? null
      : say(/*i18n*/ 'The page says that it is in {stated}, but its bytes are not: it was read as {encoding}.', {
          stated: contradicted,
          encoding: encoding.name,
        });
  return [contradiction, damage].filter((remark) => remark !== null);
}

/**
 * Turns a saved web page, HTML or MHTML, into a statement’s text. What a browser would show of it is there, word for word; the parts around its
 * article, as Readability tells it, are furniture. Scripts are not run, and nothing that the page points to is fetched.
 */
export const convertHtml: Convert = async ({ bytes }, options) => {
  const tooLarge = refuseSize(bytes.length);
  if (tooLarge !== null) return fail('invalid', tooLarge);
  const { encoding: chosen } = options;
  if (chosen !== undefined && encodingNamed(chosen) === null) return fail('invalid', unknownEncoding(chosen));
  const page = isMhtml(bytes) ? unpackMhtml(bytes) : { bytes, charset: null };
  if (page === null) return fail('invalid', noPage);
  const decoded = decodeHtml(page.bytes, chosen, page.charset === null ? null : encodingNamed(page.charset));
  if (countNoise(decoded.text) > Math.max(2, mostNoise * decoded.text.length)) return fail('unreadable', notText);
  const read = readHtml(decoded.text);
  if (!read.ok) return read;
  const { blocks, head, article } = read.value;
  if (blocks.length === 0) return fail('invalid', noText);
  const isOfArticle = findArticle(blocks, article);
  const placed = blocks.map((block, at) => ({ block, isFurniture: isOfArticle?.[at] === false }));
  const { text, structure } = writeBlocks(placed);
  const refusal = refuseText(text);
  if (refusal !== null) return fail('invalid', refusal);
  return succeed({
    format: 'html',
    text,
    structure,
    pages: null,
    facts: factsOf(head, blocks, isOfArticle),
    encoding: decoded.encoding,
    remarks: remarksOn(decoded),
  });
};
