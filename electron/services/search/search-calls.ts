import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PlacedHighlight } from '../../../core/highlights/highlight.ts';
import { type CallInput, type CallOutput, longestElsewhere } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { SearchableHighlight } from '../../../core/search/collection-search.ts';
import { parseQuery } from '../../../core/search/language/parse-query.ts';
import { say } from '../../../core/sentence.ts';
import type { AttestEvent } from '../../../core/session.ts';
import { blockAt } from '../../../core/statements/block.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import type { Passage } from '../../../core/text/passage.ts';
import { sentencesAround } from '../../../core/text/sentences.ts';
import type { Annotations } from '../annotations.ts';
import { isReadable } from '../library/is-readable.ts';
import type { Library } from '../library/library.ts';
import { LocalElsewhereFinder } from './local-elsewhere-finder.ts';
import { LocalSearcher } from './local-searcher.ts';
import type { ElsewhereFinder, Searcher, SearchFile } from './searcher.ts';
import { ThreadSearcher } from './thread-searcher.ts';

/** What the search of one collection stands on. `thread` is the program of a search thread; `null` to search right here. */
export interface SearchOptions {
  readonly library: Library;
  readonly file: SearchFile | null;
  readonly thread: string | null;
}

/** The most hits that are tagged in one step. */
const tagLimit = 5_000;

/** Highlights that a search is told of between two turns of the event loop. */
const toldAtATime = 2_000;

/** A library with more statements is indexed when the reader has come to rest: until then it needs the machine for itself. */
const smallLibrary = 200;
const restMs = 5_000;

/** Passages that a preview shows. */
const exampleCount = 5;

type TagRequest = CallInput<'tagHits'>;

/** A passage to be tagged, in its statement. */
interface HitPassage {
  readonly statement: string;
  readonly passage: Passage;
}

function tooMany(count: number): ReturnType<typeof fail> {
  return fail(
    'invalid',
    say(/*i18n*/ 'The search finds {count} passages, and {limit} can be tagged at once: narrow it down.', {
      count,
      limit: tagLimit,
    }),
  );
}

function asSearchable({ id, statement, anchor, tags, note }: PlacedHighlight): SearchableHighlight {
  const passage = anchor.state === 'anchored' ? { start: anchor.start, end: anchor.end } : null;
  return { id, statement, passage, tags, note };
}

function isWithin({ start, end }: Passage, text: string): boolean {
  return start < end && end <= text.length;
}

/** Why what is like `passage` is not looked for; `null` where it is. */
function faultOf(passage: Passage, { summary: { id }, text: { length } }: Statement): ReturnType<typeof fail> | null {
  const { start, end } = passage;
  if (end > length) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The passage ends at {end}, past the end of {id} at {length}.', { end, id, length }),
    );
  }
  if (start >= end) return fail('invalid', say(/*i18n*/ 'The passage holds no words: select some words.'));
  if (end - start <= longestElsewhere) return null;
  return fail(
    'invalid',
    say(
      /*i18n*/ 'The passage is too long to be looked for in other statements: select at most {limit} characters of it.',
      { limit: longestElsewhere },
    ),
  );
}

/** `hit` as wide as it is asked for, within its paragraph. */
function widen({ text, blocks }: Statement, hit: Passage, extent: TagRequest['extent']): Passage {
  if (extent === 'words') return hit;
  const block = blockAt(blocks, hit.start);
  if (!block) return hit;
  if (extent === 'paragraph') return { start: block.bodyStart, end: block.end };
  const body = text.slice(block.bodyStart, block.end);
  const within = { start: utf16(Math.max(0, hit.start - block.bodyStart)), end: utf16(hit.end - block.bodyStart) };
  const { start, end } = sentencesAround(body, within);
  return { start: utf16(block.bodyStart + start), end: utf16(block.bodyStart + end) };
}

/** The calls that search, and what is done with all hits at once. The index is made when it is first needed. */
export class SearchCalls {
  readonly #options: SearchOptions;
  readonly #annotations: Annotations;
  #searcher: Searcher | null = null;
  /** Until the searcher knows all highlights. */
  #telling: Promise<void> = Promise.resolve();
  #rest: NodeJS.Timeout | null = null;
  #elsewhere: LocalElsewhereFinder | null = null;

  constructor(options: SearchOptions, annotations: Annotations) {
    this.#options = options;
    this.#annotations = annotations;
  }

  /** Makes the index before anybody asks for it, so that the first search finds it. */
  prepare(): void {
    if (this.#options.library.statements.size <= smallLibrary) this.#need();
    else {
      const make = (): void => {
        this.#rest = null;
        this.#need();
      };
      this.#rest = setTimeout(make, restMs).unref();
    }
  }

  /** A reader begins: the index of a large library, where it is not being made yet, is made when that one has come to rest. */
  delay(): void {
    this.#rest?.refresh();
  }

  /** Follows a change of the workspace. */
  follow(event: AttestEvent): void {
    if (event.type !== 'changed') return;
    const ids = [...event.statements.removed, ...event.statements.put.map(({ id }) => id)];
    const statements = ids.map((id) => ({ id, statement: this.#options.library.own(id) }));
    if (statements.length > 0) this.#elsewhere?.forget();
    if (!this.#searcher) return;
    const { put, removed } = event.highlights;
    const isRecoded = event.tags.put.length + event.tags.removed.length > 0;
    const tags = isRecoded ? this.#annotations.lists.tags : null;
    this.#searcher.tell({ put: put.map(asSearchable), removed, tags, statements });
  }

  readonly search = async (request: CallInput<'search'>): Promise<Result<CallOutput<'search'>>> =>
    succeed(await (await this.#needAll()).search(request));

  readonly findInStatement = async (
    request: CallInput<'findInStatement'>,
  ): Promise<Result<CallOutput<'findInStatement'>>> => {
    if (!this.#options.library.statements.has(request.statement)) {
      return fail(
        'not-found',
        say(/*i18n*/ 'There is no statement {statement} that can be read.', { statement: request.statement }),
      );
    }
    return succeed(await (await this.#needAll()).findInStatement(request));
  };

  readonly findElsewhere = async (
    request: CallInput<'findElsewhere'>,
  ): Promise<Result<CallOutput<'findElsewhere'>>> => {
    const statement = this.#options.library.statements.get(request.statement);
    if (!statement) {
      return fail(
        'not-found',
        say(/*i18n*/ 'There is no statement {statement} that can be read.', { statement: request.statement }),
      );
    }
    const wrong = faultOf(request.passage, statement);
    return wrong ?? succeed(await this.#needElsewhere().findElsewhere(request));
  };

  readonly findSingleSources = async (
    request: CallInput<'findSingleSources'>,
  ): Promise<Result<CallOutput<'findSingleSources'>>> => {
    const isThere = ({ statement: id, passage }: HitPassage): boolean => {
      const statement = this.#options.library.statements.get(id);
      return statement !== undefined && isReadable(statement) && isWithin(passage, statement.text);
    };
    const passages = request.passages.filter(isThere);
    const verdicts = (await this.#needElsewhere().findSingleSources({ passages })).values();
    return succeed(request.passages.map((asked) => (isThere(asked) ? (verdicts.next().value ?? null) : null)));
  };

  readonly previewTagHits = async (request: TagRequest): Promise<Result<CallOutput<'previewTagHits'>>> => {
    const passages = await this.#passagesFor(request);
    if (!passages.ok) return passages;
    return succeed({
      passages: passages.value.length,
      highlighted: this.#annotations.countHighlighted(passages.value),
      statements: new Set(passages.value.map(({ statement }) => statement)).size,
      examples: passages.value.slice(0, exampleCount).map(({ statement, passage: { start, end } }) => {
        const text = this.#options.library.statements.get(statement)?.text ?? '';
        return text.slice(start, end);
      }),
    });
  };

  readonly tagHits = async (request: TagRequest): Promise<Result<CallOutput<'tagHits'>>> => {
    const passages = await this.#passagesFor(request);
    if (!passages.ok) return passages;
    return this.#annotations.tagPassages(passages.value, request.tag);
  };

  /** Ends the search thread, where there is one. */
  async close(): Promise<void> {
    if (this.#rest) clearTimeout(this.#rest);
    this.#rest = null;
    await this.#searcher?.close();
    this.#searcher = null;
  }

  #need(): Searcher {
    if (this.#searcher && !this.#searcher.hasFailed) return this.#searcher;
    const { library, file, thread } = this.#options;
    // A thread that has failed gets a successor, never this thread: what was too much for it would stop everything here.
    const searcher =
      thread === null ? new LocalSearcher(library.statements, file) : new ThreadSearcher(thread, library.parts, file);
    this.#searcher = searcher;
    this.#telling = this.#tell(searcher);
    return searcher;
  }

  /** The searcher, when it knows all highlights. */
  async #needAll(): Promise<Searcher> {
    const searcher = this.#need();
    await this.#telling;
    return searcher;
  }

  /** Tells a new searcher of all highlights. What changes meanwhile it hears too, and from here only as it is then. */
  async #tell(searcher: Searcher): Promise<void> {
    const ids = Object.keys(this.#annotations.workspace.highlights);
    for (let from = 0; from === 0 || from < ids.length; from += toldAtATime) {
      if (from > 0) await nextTurn();
      if (this.#searcher !== searcher || searcher.hasFailed) return;
      const now = ids.slice(from, from + toldAtATime).flatMap((id) => this.#annotations.places.find(id) ?? []);
      const tags = from === 0 ? this.#annotations.lists.tags : null;
      searcher.tell({ put: now.map(asSearchable), removed: [], tags, statements: [] });
    }
  }

  /** The search thread, where there is one: else what is made here, without an index that nobody has asked for. */
  #needElsewhere(): ElsewhereFinder {
    const searcher = this.#options.thread === null ? null : this.#need();
    if (searcher instanceof ThreadSearcher) return searcher;
    this.#elsewhere ??= new LocalElsewhereFinder(this.#options.library.statements);
    return this.#elsewhere;
  }

  /** What `tagHits` highlights: each hit in statements, as wide as asked for, each passage once. */
  async #passagesFor({ query, spellings, extent }: TagRequest): Promise<Result<HitPassage[]>> {
    const { all } = parseQuery(query, { typing: false });
    if (all.length === 0 && extent !== 'paragraph') {
      return fail(
        'invalid',
        say(/*i18n*/ 'The search asks for no words: choose whole paragraphs, or type what to look for.'),
      );
    }
    const { hits, total } = await (await this.#needAll()).search({ query, spellings, limit: tagLimit, typing: false });
    if (total === 0)
      return fail('invalid', say(/*i18n*/ 'The search finds no passage in a statement, so there is nothing to tag.'));
    if (total > tagLimit) {
      return tooMany(total);
    }
    const passages = new Map<string, HitPassage>();
    for (const hit of hits) {
      const statement = this.#options.library.statements.get(hit.statement);
      if (!statement) continue;
      // One word or phrase is tagged wherever it stands; several words once in a paragraph, where they stand closest.
      const places: readonly Passage[] = all.length === 1 && hit.places.length > 0 ? hit.places : [hit];
      for (const { start, end } of places) {
        const passage = widen(statement, { start, end }, extent);
        passages.set(`${hit.statement} ${passage.start} ${passage.end}`, { statement: hit.statement, passage });
      }
    }
    if (passages.size > tagLimit) return tooMany(passages.size);
    return succeed([...passages.values()]);
  }
}
