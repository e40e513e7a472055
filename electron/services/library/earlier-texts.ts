import type { PlacedHighlight } from '../../../core/highlights/highlight.ts';
import type { Library } from './library.ts';
import { findVersion } from './read-version.ts';
import { StatementGoneError } from './statement-gone-error.ts';

/** The text of a version; `null` where there is none, or where it is not as it was. */
function earlierText(library: Library, statement: string, sha256: string): string | null {
  const own = library.own(statement);
  if (!own) return null;
  try {
    const known = findVersion(library.place, own, sha256);
    return known?.found.sha256 === sha256 ? known.found.text : null;
  } catch (error) {
    if (error instanceof StatementGoneError) return null;
    throw error;
  }
}

/**
 * Puts into `texts`, by their SHA-256, the texts that those of `highlights` were marked in which are not anchored in the newest, and gives
 * `texts`.
 */
export function addEarlierTexts(
  library: Library,
  highlights: readonly PlacedHighlight[],
  texts: Map<string, string>,
): Map<string, string> {
  for (const { anchor, statement, selector } of highlights) {
    if (anchor.state === 'anchored' || texts.has(selector.source)) continue;
    if (library.statements.get(statement)?.sha256 === selector.source) continue;
    const text = earlierText(library, statement, selector.source);
    if (text !== null) texts.set(selector.source, text);
  }
  return texts;
}
