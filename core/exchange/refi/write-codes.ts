import { say } from '../../sentence.ts';
import { type Tag, tagNameKey } from '../../tags/tag.ts';
import { inTreeOrder } from '../../tags/tag-tree.ts';
import type { ReportLine } from '../incoming.ts';
import type { GuidMaker } from './guid.ts';
import { hexOfColour } from './nearest-colour.ts';
import type { XmlWriter } from './xml-writer.ts';

/** The codes of a file as written. */
export interface WrittenCodes {
  /** The elements `Code`, one in the other; empty where there is no tag. */
  readonly xml: string;
  /** The guid of each tag, by its id. */
  readonly guids: ReadonlyMap<string, string>;
  readonly lines: readonly ReportLine[];
}

const byCodePoints = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * `tags` as codes. Most programs want a name once in the whole project: of tags with one name on different levels all but the
 * first say which tag they lie under.
 */
export function writeCodes(tags: readonly Tag[], writer: XmlWriter, newGuid: GuidMaker): WrittenCodes {
  const ordered = inTreeOrder(tags, byCodePoints);
  const names = new Map<string, string>();
  const guids = new Map<string, string>();
  const lines: ReportLine[] = [];
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const takenNames = new Set<string>();
  for (const { tag, path } of ordered) {
    const above = tag.parent === null ? '' : (byId.get(tag.parent)?.name ?? '');
    let name = tag.name;
    if (takenNames.has(tagNameKey(name)) && above !== '') name = `${tag.name} (${above})`;
    const base = name;
    for (let count = 2; takenNames.has(tagNameKey(name)); count += 1) name = `${base} (${count})`;
    takenNames.add(tagNameKey(name));
    names.set(tag.id, name);
    if (name !== tag.name) {
      const sentence = say(
        /*i18n*/ 'Another tag has this name too, and other programs want a name once: it is “{name}” in the file.',
        { name },
      );
      lines.push({ outcome: 'changed', item: path, sentence });
    }
    guids.set(tag.id, newGuid('code', tag.id));
  }

  let xml = '';
  let depth = 0;
  for (const [at, { tag, depth: own, path }] of ordered.entries()) {
    for (; depth > own; depth -= 1) xml += '</Code>\n';
    const { content, attribute, hasReplaced } = writer;
    const next = ordered[at + 1];
    const hasChildren = next !== undefined && next.depth > own;
    const description = tag.description === '' ? '' : `<Description>${content(tag.description)}</Description>`;
    xml += `<Code${attribute('guid', guids.get(tag.id) ?? '')}${attribute('name', names.get(tag.id) ?? tag.name)} isCodable="true"${attribute('color', hexOfColour[tag.colour])}`;
    xml += description === '' && !hasChildren ? '/>\n' : `>${description}${hasChildren ? '\n' : '</Code>\n'}`;
    if (hasChildren) depth += 1;
    if (hasReplaced()) {
      const sentence = say(
        /*i18n*/ 'It holds characters that the format cannot hold: “�” stands in their place in the file.',
      );
      lines.push({ outcome: 'changed', item: path, sentence });
    }
  }
  for (; depth > 0; depth -= 1) xml += '</Code>\n';
  return { xml, guids, lines };
}
