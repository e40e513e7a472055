import { type Sentence, say } from '../sentence.ts';
import { readDate } from '../statements/edtf-date.ts';
import { pagesOf, placeKind } from '../statements/place.ts';
import type { Statement, StatementSummary } from '../statements/statement.ts';
import { type Tag, tagNameKey } from '../tags/tag.ts';
import { inTreeOrder, withDescendants } from '../tags/tag-tree.ts';
import type { Passage } from '../text/passage.ts';
import type { SavedCorpus } from './index/corpus.ts';
import { type Breadth, expandWord } from './index/expand.ts';
import type { LocatedHit } from './index/locate-hit.ts';
import { type SearchableBlock, type SearchableText, TextSearch } from './index/text-search.ts';
import { asText, indexedState, type SavedStatement } from './indexed-statement.ts';
import { parseQuery } from './language/parse-query.ts';
import type { Query, QueryFilters } from './language/query.ts';
import { isAfter } from './language/query-date.ts';
import type { FoundInStatement, Match, NoteHit, SearchHit, SearchResult, TagHit } from './search-result.ts';
import { shortenQuery, suggestQueries } from './suggest.ts';
import { wordsOf } from './words.ts';

/** What of a highlight is searched: its note, and, as a filter, its tags. `passage` is where it stands, if it does. */
export interface SearchableHighlight {
  readonly id: string;
  readonly statement: string;
  readonly passage: Passage | null;
  readonly tags: readonly string[];
  readonly note: string;
}

/** How to search: `limit` is the most hits of each kind; with `typing` the last word may be the beginning of one. */
export interface SearchOptions {
  readonly limit: number;
  readonly typing: boolean;
  /** Whether other spellings of names are found too. */
  readonly spellings: boolean;
}

/** Shorter queries that are suggested. */
const shorterShown = 3;

const breadthOf = ({ spellings }: SearchOptions): Breadth => ({ stems: true, spellings });

const searchesIn = ({ in: places }: QueryFilters, place: QueryFilters['in'][number]): boolean =>
  places.length === 0 || places.includes(place);

/** Whether a text holds all words of any of `asked`; for looking through many texts, `asked` is read once. */
function holdingAny(asked: readonly string[]): (text: string) => boolean {
  const wanted = asked.map((each) => wordsOf(each).map(({ keys }) => keys));
  return (text) => {
    const own = new Set(wordsOf(text).flatMap(({ keys }) => keys));
    return wanted.some((words) => words.every((keys) => keys.some((key) => own.has(key))));
  };
}

function isDated({ date }: StatementSummary, { from, to }: QueryFilters): boolean {
  if (from === null && to === null) return true;
  const day = date.value?.replace('?', '') ?? '';
  if (!readDate(day)) return false;
  return (from === null || !isAfter(from, day)) && (to === null || !isAfter(day, to));
}

function fitsFilters(summary: StatementSummary, filters: QueryFilters): boolean {
  const { publishers, languages } = filters;
  const isPublished = publishers.length === 0 || holdingAny(publishers)(summary.publisher.value ?? '');
  const language = summary.language.value?.toLowerCase() ?? '';
  const isSpoken =
    languages.length === 0 || languages.some((asked) => language === asked || language.startsWith(`${asked}-`));
  return isPublished && isSpoken && isDated(summary, filters);
}

/**
 * The tags that a filter means, with those under them: by path, or by name. While it is `typing`, one that is none yet
 * means those that begin so.
 */
function meantTags(tags: readonly Tag[], asked: string, typing: boolean): ReadonlySet<string> {
  const key = tagNameKey(asked);
  const named = (isMeant: (name: string) => boolean): string[] =>
    inTreeOrder(tags)
      .filter(({ tag, path }) => isMeant(tagNameKey(path)) || isMeant(tagNameKey(tag.name)))
      .map(({ tag }) => tag.id);
  const exact = named((name) => name === key);
  const meant = exact.length === 0 && typing ? named((name) => name.startsWith(key)) : exact;
  return withDescendants(tags, meant);
}

/** Whether a query is about more than words: then it is not about tags by their names. */
function hasFilters({ tags, notTags, from, to, speakers, publishers, languages }: QueryFilters): boolean {
  return (
    [tags, notTags, speakers, publishers, languages].some((list) => list.length > 0) || from !== null || to !== null
  );
}

const isSearchable = ({ all, none, filters }: Query): boolean => all.length + none.length > 0 || hasFilters(filters);

/** A text that is one block, as notes and the paths of tags are. */
const wholeOf = ({ length: end }: string): SearchableBlock => ({
  kind: 'paragraph',
  start: 0,
  end,
  paragraph: null,
  speaker: null,
});

/** The index of statements as it is saved. */
export interface SavedCollection {
  readonly corpus: SavedCorpus;
  readonly statements: readonly SavedStatement[];
}

/** Searches statements, notes and tags by one query. */
export class CollectionSearch {
  readonly #statements: TextSearch;
  readonly #notes = new TextSearch();
  readonly #summaries = new Map<string, StatementSummary>();
  /** The `indexedState` of each statement when it was indexed. */
  readonly #states = new Map<string, string>();
  readonly #highlights = new Map<string, SearchableHighlight>();
  /** One list for all highlights with the same tags: each comes with its own, and there may be a hundred thousand. */
  readonly #tagLists = new Map<string, SearchableHighlight['tags']>();
  #tags: readonly Tag[] = [];
  #paths = new TextSearch();

  /** `saved` is the index of statements that follow by `restore`, all of them and as they were. */
  constructor(saved?: SavedCorpus) {
    this.#statements = new TextSearch(saved);
  }

  /** How many statements are in the index. */
  get size(): number {
    return this.#statements.size;
  }

  /** Adds a statement, in place of the one with its id. */
  add(statement: Statement): void {
    const { summary, blocks: all } = statement;
    const { id } = summary;
    const blocks = all.map(({ kind, start, end, paragraph, speaker }) => ({ kind, start, end, paragraph, speaker }));
    const state = indexedState(statement);
    this.#states.set(id, state);
    this.#summaries.set(id, summary);
    this.#statements.add(asText(statement, { id, state, blocks }));
  }

  /** Gives back a statement whose words are in the saved index already, as `saved` says. */
  restore(statement: Statement, saved: SavedStatement): void {
    this.#states.set(saved.id, saved.state);
    this.#summaries.set(saved.id, statement.summary);
    this.#statements.restore(asText(statement, saved));
  }

  /** Takes what is said of a statement otherwise than before. `false` where its words are not in the index as they are now. */
  retell(statement: Statement): boolean {
    const { id } = statement.summary;
    if (this.#states.get(id) !== indexedState(statement)) return false;
    this.#summaries.set(id, statement.summary);
    return true;
  }

  /** Removes a statement, where it is there. */
  remove(id: string): void {
    this.#summaries.delete(id);
    this.#states.delete(id);
    this.#statements.remove(id);
  }

  /** Goes on with the index as it would be saved: in less memory than it was made with. */
  condense(): void {
    this.#statements.continueWith(this.#statements.corpus.save());
  }

  /** The index of the statements, to be saved. */
  save(): SavedCollection {
    const corpus = this.#statements.corpus.save();
    const statements = [...this.#statements.texts].map(({ id, blocks }) => ({
      id,
      state: this.#states.get(id) ?? '',
      blocks,
    }));
    return { corpus, statements };
  }

  /** All tags there are. */
  setTags(tags: readonly Tag[]): void {
    this.#tags = tags;
    this.#paths = new TextSearch();
    for (const { tag, path } of inTreeOrder(tags)) {
      this.#paths.add({ id: tag.id, group: tag.id, text: path, blocks: [wholeOf(path)] });
    }
  }

  /** Adds highlights, each in place of the one with its id. */
  putHighlights(highlights: readonly SearchableHighlight[]): void {
    for (const highlight of highlights) {
      const before = this.#highlights.get(highlight.id);
      this.#highlights.set(highlight.id, this.#shareWords(highlight));
      if (before?.note === highlight.note) continue;
      const { id, statement, note } = highlight;
      if (note === '') this.#notes.remove(id);
      else this.#notes.add({ id, group: statement, text: note, blocks: [wholeOf(note)] });
    }
  }

  /** The same highlight, with what others have too there once. */
  #shareWords({ id, statement, passage, tags, note }: SearchableHighlight): SearchableHighlight {
    const key = JSON.stringify(tags);
    const shared = this.#tagLists.get(key) ?? tags;
    this.#tagLists.set(key, shared);
    return { id, statement: this.#summaries.get(statement)?.id ?? statement, passage, tags: shared, note };
  }

  removeHighlights(ids: readonly string[]): void {
    for (const id of ids) {
      this.#highlights.delete(id);
      this.#notes.remove(id);
    }
  }

  /** Answers a query. Any string is one; none throws. */
  search(text: string, options: SearchOptions): Omit<SearchResult, 'building'> {
    const query = parseQuery(text, { typing: options.typing });
    const { filters, understood } = query;
    const breadth = breadthOf(options);
    const tagging = this.#tagging(filters, options.typing);
    const nothing = { total: 0, found: [] };
    const isAsked = isSearchable(query);
    const statements =
      isAsked && searchesIn(filters, 'statements')
        ? this.#statements.search(query, breadth, this.#filterFor(filters, tagging.passages), options.limit)
        : nothing;
    const isAboutStatements = filters.speakers.length > 0;
    const notes =
      isAsked && searchesIn(filters, 'notes') && !isAboutStatements
        ? this.#notes.search(query, breadth, this.#noteFilter(filters, tagging.isTagged), options.limit)
        : nothing;
    const tags = searchesIn(filters, 'tags') ? this.#findTags(query).slice(0, options.limit) : [];
    const isEmpty = statements.total + notes.total + tags.length === 0;
    return {
      query: text,
      total: statements.total,
      hits: statements.found.map(({ text: { id }, block, hit, pages }): SearchHit => {
        const tagged = this.#asTagged(id, hit, query);
        const range = pagesOf(pages, tagged.start, tagged.end);
        return {
          statement: id,
          kind: placeKind(block.kind, this.#summaries.get(id) ?? {}),
          ...(range && { pages: range }),
          paragraph: block.paragraph,
          speaker: block.speaker,
          ...tagged,
        };
      }),
      noteTotal: notes.total,
      notes: notes.found.map(
        ({ text: { id, group }, hit: { start: _start, end: _end, ...hit } }): NoteHit => ({
          highlight: id,
          statement: group,
          ...hit,
        }),
      ),
      tags,
      understood,
      remarks: [...query.remarks, ...tagging.remarks],
      suggestions: isEmpty ? this.#suggest(text, query, breadth) : [],
    };
  }

  /** Everything that answers a query in one statement, in its order: a phrase is one, words apart are one each. */
  findIn(statement: string, text: string, options: Omit<SearchOptions, 'limit'>): FoundInStatement {
    const query = parseQuery(text, { typing: options.typing });
    const { filters, understood } = query;
    const tagging = this.#tagging(filters, options.typing);
    const remarks = [...query.remarks, ...tagging.remarks];
    if (!this.#summaries.has(statement) || !isSearchable(query) || !searchesIn(filters, 'statements')) {
      return { understood, remarks, matches: [] };
    }
    const fits = this.#filterFor(filters, tagging.passages);
    const breadth = { stems: true, spellings: options.spellings };
    const found = this.#statements.searchIn(statement, query, breadth, fits);
    return { understood, remarks, matches: found.flatMap(({ hit }): Match[] => this.#placesIn(statement, hit, query)) };
  }

  /** Where a hit stands: its words, or, where there are none, the highlights that a tag was asked for. */
  #placesIn(statement: string, hit: LocatedHit, query: Query): Match[] {
    if (query.all.length > 0 || query.filters.tags.length === 0) return [...hit.places];
    return this.#taggedIn(statement, hit, query.filters).map(({ start, end }) => ({ start, end, tier: 'exact' }));
  }

  /** The passages of the highlights that the tags were asked for, in the block of a hit and in its order. */
  #taggedIn(statement: string, { start, end }: LocatedHit, { tags }: QueryFilters): Passage[] {
    const wanted = tags.map((asked) => meantTags(this.#tags, asked, true));
    const block = this.#statements.blockAt(statement, start);
    return [...this.#highlights.values()]
      .flatMap(({ statement: own, passage, tags: has }) =>
        own === statement && passage && wanted.some((meant) => has.some((id) => meant.has(id))) ? [passage] : [],
      )
      .filter((passage) => passage.start < (block?.end ?? end) && (block?.start ?? start) < passage.end)
      .sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /** A hit of a query without words is the passage that was tagged, where tags were asked for. */
  #asTagged(statement: string, hit: LocatedHit, query: Query): LocatedHit {
    if (query.all.length > 0 || query.filters.tags.length === 0) return hit;
    const [passage] = this.#taggedIn(statement, hit, query.filters);
    return passage ? { ...hit, ...this.#statements.cut(statement, passage) } : hit;
  }

  /** Queries that may have been meant: with a slip put right, or, where every word is there, with one word less. */
  #suggest(text: string, query: Query, breadth: Breadth): string[] {
    const { vocabulary } = this.#statements.corpus;
    const corrected = suggestQueries(vocabulary, text, query, (word) => {
      const { parts, whole } = expandWord(vocabulary, word, breadth);
      return whole.size > 0 || (parts.length > 1 && parts.every((part) => part.size > 0));
    });
    if (corrected.length > 0) return corrected;
    const shorter = shortenQuery(text, query).map((wanted) => {
      const { total } = this.#statements.search(parseQuery(wanted, { typing: false }), breadth, null, 0);
      return { wanted, total };
    });
    const answered = shorter.filter(({ total }) => total > 0).sort((a, b) => a.total - b.total);
    return answered.slice(0, shorterShown).map(({ wanted }) => wanted);
  }

  #findTags(query: Query): TagHit[] {
    const { all, none, filters } = query;
    if (all.length === 0 || none.length > 0 || hasFilters(filters)) return [];
    const { found } = this.#paths.search(query, { stems: true, spellings: false }, null, this.#tags.length);
    return found.map(({ text: { id, text: path } }) => ({
      tag: id,
      path,
      highlights: [...this.#highlights.values()].filter(({ tags }) => tags.includes(id)).length,
    }));
  }

  /** What the tag filters let through: passages of statements, and highlights. */
  #tagging(
    { tags, notTags }: QueryFilters,
    typing: boolean,
  ): {
    readonly isTagged: (highlight: SearchableHighlight) => boolean;
    readonly passages: ((statement: string, block: SearchableBlock) => boolean) | null;
    readonly remarks: readonly Sentence[];
  } {
    const wanted = tags.map((asked) => meantTags(this.#tags, asked, typing));
    const unwanted = notTags.map((asked) => meantTags(this.#tags, asked, typing));
    const unknown = [...tags, ...notTags].filter((_, at) => [...wanted, ...unwanted][at]?.size === 0);
    const has = ({ tags: own }: SearchableHighlight, meant: ReadonlySet<string>): boolean =>
      own.some((id) => meant.has(id));
    const remarks = unknown.map((asked) =>
      say(/*i18n*/ 'There is no tag “{asked}”: look at the names in the codebook.', { asked }),
    );
    const isTagged = (highlight: SearchableHighlight): boolean =>
      wanted.every((meant) => has(highlight, meant)) && !unwanted.some((meant) => has(highlight, meant));
    if (wanted.length + unwanted.length === 0) return { isTagged, passages: null, remarks };
    const byStatement = new Map<string, SearchableHighlight[]>();
    for (const highlight of this.#highlights.values()) {
      const list = byStatement.get(highlight.statement);
      if (list) list.push(highlight);
      else byStatement.set(highlight.statement, [highlight]);
    }
    const passages = (statement: string, block: SearchableBlock): boolean => {
      const here = (byStatement.get(statement) ?? []).filter(
        ({ passage }) => passage !== null && passage.start < block.end && block.start < passage.end,
      );
      return (
        wanted.every((meant) => here.some((highlight) => has(highlight, meant))) &&
        !unwanted.some((meant) => here.some((highlight) => has(highlight, meant)))
      );
    };
    return { isTagged, passages, remarks };
  }

  #filterFor(filters: QueryFilters, passages: ((statement: string, block: SearchableBlock) => boolean) | null) {
    const { speakers, publishers, languages, from, to } = filters;
    const isFree = speakers.length + publishers.length + languages.length === 0 && from === null && to === null;
    if (isFree && !passages) return null;
    const isSaid = holdingAny(speakers);
    return {
      text: ({ id }: SearchableText): boolean => {
        const summary = this.#summaries.get(id);
        return summary !== undefined && fitsFilters(summary, filters);
      },
      block: ({ id }: SearchableText, block: SearchableBlock): boolean =>
        (speakers.length === 0 || isSaid(block.speaker ?? '')) && (!passages || passages(id, block)),
    };
  }

  #noteFilter(filters: QueryFilters, isTagged: (highlight: SearchableHighlight) => boolean) {
    return {
      text: ({ id, group }: SearchableText): boolean => {
        const highlight = this.#highlights.get(id);
        const summary = this.#summaries.get(group);
        if (!highlight || !isTagged(highlight)) return false;
        return summary ? fitsFilters(summary, filters) : filters.publishers.length + filters.languages.length === 0;
      },
      block: (): boolean => true,
    };
  }
}
