import type { Block } from '../../../../../../core/statements/block.ts';
import { structureOf } from '../../../../../../core/statements/structure.ts';
import type { Conversion, ConversionOptions } from '../../../../../../electron/services/library/convert/conversion.ts';
import { convertHtml } from '../../../../../../electron/services/library/convert/html/convert-html.ts';

/** What a page comes to. Throws where it is refused. */
export async function convertPage(page: string | Uint8Array, options: ConversionOptions = {}): Promise<Conversion> {
  const bytes = typeof page === 'string' ? new TextEncoder().encode(page) : page;
  const converted = await convertHtml({ name: 'page.html', bytes }, options);
  if (!converted.ok) throw new Error(converted.fault.message);
  return converted.value;
}

/** The blocks of a conversion as the reader has them: `kind level: text`. */
export function blocksOf({ text, structure }: Pick<Conversion, 'text' | 'structure'>): string[] {
  const show = ({ kind, level, start, end }: Block): string => `${kind}${level ?? ''}: ${text.slice(start, end)}`;
  return structureOf(text, structure).map(show);
}

/** Why bytes are refused; an empty text where they are not. */
export async function refusalOf(bytes: Uint8Array | string, options: ConversionOptions = {}): Promise<string> {
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const converted = await convertHtml({ name: 'page.html', bytes: given }, options);
  return converted.ok ? '' : converted.fault.message;
}
