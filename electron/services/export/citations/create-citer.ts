/// <reference path="./citation-js.d.ts" />
import { type Citeproc, plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { CitationStyle } from '../../../../core/citations/citation-style.ts';
import type { Citation, Citer } from '../../../../core/citations/citer.ts';
import type { CslItem } from '../../../../core/citations/csl-item.ts';
import type { PageRange } from '../../../../core/statements/place.ts';
import { appendPlace, closeSentence, joinRuns } from './citation-runs.ts';
import type { CitationStyles } from './load-citation-styles.ts';
import { type PrintedItem, printedItem, suppliedTitleMark } from './printed-item.ts';
import { readCiteprocHtml } from './read-citeproc-html.ts';

/** citeproc's number for a source that was cited before. */
const subsequent = 1;

/** Stands for the number of the note that a short citation refers to. */
const noteMark = '\ue001';

/** What a style puts before one page and before several; of a range it is given both ends in full. */
const beforePages: Readonly<Record<CitationStyle, readonly [one: string, several: string]>> = {
  chicago: ['', ''],
  apa: ['p. ', 'pp. '],
  mla: ['p. ', 'pp. '],
  legal: ['at ', 'at '],
};

function wordPages({ first, last }: PageRange, style: CitationStyle): string {
  const [one, several] = beforePages[style];
  return first === last ? one + first : `${several}${first}–${last}`;
}

/** A citation without its place, as citeproc set it, and what it was set from. */
interface Setting {
  readonly runs: Citation;
  readonly item: PrintedItem;
}

type Form = 'full' | 'short' | 'entry';

/** A supplied title stands for itself: its brackets do what quotation marks and italics do for others. */
function bareSuppliedTitle(html: string): string {
  const mark = suppliedTitleMark;
  return html
    .replaceAll(new RegExp(`“${mark}([.,]?)”`, 'gu'), `${mark}$1`)
    .replaceAll(new RegExp(`<i>${mark}([^<]*)</i>`, 'gu'), `${mark}$1`);
}

/** The Bluebook's year stands after the title, without the comma that the style puts before it where there is no page. */
function withoutCommaBeforeDate(html: string): string {
  return html.replace(/, (\([^()]*\)\.)$/u, ' $1');
}

/** How `style` cites this source, without a place, as HTML. */
function setItem(id: string, item: PrintedItem, form: Form, style: CitationStyle): string {
  const engineFor = (csl: object): Citeproc =>
    plugins.config.get('@csl').engine([csl], registeredName(style), 'en-US', 'html');
  if (style === 'legal') {
    const repeated = { position: subsequent, 'first-reference-note-number': noteMark };
    const cited = engineFor(item.csl).makeCitationCluster([{ id, ...(form === 'short' && repeated) }]);
    return withoutCommaBeforeDate(cited);
  }
  if (form === 'short' && style === 'chicago') {
    return engineFor(item.csl).makeCitationCluster([{ id, position: subsequent }]);
  }
  if (form === 'short') {
    const names = item.hasAuthor ? engineFor(item.csl).makeCitationCluster([{ id, 'author-only': true }]) : null;
    const rest = engineFor(item.cslByTitle)
      .makeCitationCluster([{ id }])
      .replace(/^\(([\s\S]*)\)$/u, '$1');
    return names === null ? rest : `${names}, ${rest}`;
  }
  if (form === 'full' && style === 'chicago') return engineFor(item.csl).makeCitationCluster([{ id }]);
  const engine = engineFor(item.csl);
  engine.updateItems([id]);
  const bibliography = engine.makeBibliography();
  if (bibliography === false) throw new Error(`The style ${style} has no bibliography.`);
  return bibliography[1].join('');
}

function settingOf(source: CslItem, form: Form, style: CitationStyle): Setting {
  const item = printedItem(source, style);
  return { runs: readCiteprocHtml(bareSuppliedTitle(setItem(source.id, item, form, style))), item };
}

function finish({ runs, item }: Setting, firstNote: number | null): Citation {
  const uncovered = runs.map(({ text, look }) => ({
    text: item.uncover(firstNote === null ? text : text.replaceAll(noteMark, `${firstNote}`)),
    look,
  }));
  return closeSentence(joinRuns(uncovered));
}

/** The style's name among those of citation-js, which has styles of its own. */
function registeredName(style: CitationStyle): string {
  return `attest-${style}`;
}

/**
 * A citer for `style`. Notes of APA and MLA, which know citations in the text only, are entries of the bibliography with the place
 * after them, and when repeated the author, the title and what else the style has in the text: an author and a year can be those of
 * several sources. The Bluebook has no bibliography: its entries are notes without a place. Each form of a source is set once.
 */
export function createCiter(style: CitationStyle, styles: CitationStyles): Citer {
  plugins.config.get('@csl').styles.add(registeredName(style), styles[style]);
  const settings = new Map<string, Setting>();
  const settingFor = (item: CslItem, form: Form): Setting => {
    // By all it holds and not by its id: in one report the names in a title are withheld, in the next they are not.
    const key = `${form} ${JSON.stringify(item)}`;
    const setting = settings.get(key) ?? settingOf(item, form, style);
    settings.set(key, setting);
    return setting;
  };
  return {
    note: (item, locator, firstNote) => {
      const setting = settingFor(item, firstNote === null ? 'full' : 'short');
      const citation = finish(setting, firstNote);
      return locator === null ? citation : appendPlace(citation, locator, setting.item.endings);
    },
    pages: (range) => wordPages(range, style),
    entry: (item) => finish(settingFor(item, 'entry'), null),
  };
}
