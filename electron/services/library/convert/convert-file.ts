import type { Result } from '../../../../core/result.ts';
import type { SourceFormat } from '../../../../core/statements/own-statement.ts';
import type { Conversion, ConversionOptions, Convert, SourceFile } from './conversion.ts';
import { detectFormat } from './detect-format.ts';
import { detectLanguage } from './detect-language.ts';
import { speakerHints } from './find-speakers.ts';

/** Each is loaded when the first file of its format comes: some are large. */
const converters: Readonly<Record<SourceFormat, () => Promise<Convert>>> = {
  text: async () => (await import('./convert-text.ts')).convertText,
  markdown: async () => (await import('./convert-markdown.ts')).convertMarkdown,
  html: async () => (await import('./html/convert-html.ts')).convertHtml,
  docx: async () => (await import('./docx/convert-docx.ts')).convertDocx,
  pdf: async () => (await import('./pdf/convert-pdf.ts')).convertPdf,
  epub: async () => (await import('./convert-epub.ts')).convertEpub,
  email: async () => (await import('./convert-email.ts')).convertEmail,
};

/**
 * Turns a file of any format into text, with what can be found out of it: who speaks in it, and its language where the file does not say.
 * Characters that UTF-8 does not have become U+FFFD, as they will be kept.
 */
export async function convertFile(file: SourceFile, options: ConversionOptions = {}): Promise<Result<Conversion>> {
  const format = await detectFormat(file);
  if (!format.ok) return format;
  const convert = await converters[format.value]();
  const converted = await convert(file, options);
  if (!converted.ok) return converted;
  const { structure, facts } = converted.value;
  const text = Buffer.from(converted.value.text, 'utf8').toString('utf8');
  const language = facts.language ? null : detectLanguage(text);
  return {
    ok: true,
    value: {
      ...converted.value,
      text,
      structure: [...structure, ...speakerHints(text, structure)],
      facts: {
        ...facts,
        ...(language !== null && {
          language: { value: language, basis: 'inferred', from: 'Its letters and words.' },
        }),
      },
    },
  };
}
