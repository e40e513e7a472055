import type { Selector } from './selector.ts';

/** A part of a text worth a closer look: UTF-16 positions, end exclusive. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** How long a snippet is that must stand in the text unchanged; shorter ones stand everywhere. */
const snippetLength = 12;
const snippetCount = 24;
/** Words count as snippets too, since no space inside them can have changed. */
const shortestWord = 6;
const wordCount = 12;
/** A snippet with more places than this says nothing about any of them. */
const mostHits = 64;
const mostWindows = 8;

interface Snippet {
  readonly words: string;
  /** Where it stands, counted from the start of the quote. */
  readonly offset: number;
}

function snippetsOf({ prefix, quote, suffix }: Pick<Selector, 'prefix' | 'quote' | 'suffix'>): Snippet[] {
  const whole = prefix + quote + suffix;
  const step = Math.max(snippetLength / 2, Math.ceil((whole.length - snippetLength) / snippetCount));
  const snippets: Snippet[] = [];
  for (let at = 0; at + snippetLength <= whole.length; at += step) {
    snippets.push({ words: whole.slice(at, at + snippetLength), offset: at - prefix.length });
  }
  const words = [...whole.slice(0, 4096).matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    .filter(([word]) => word.length >= shortestWord)
    .sort(([a], [b]) => b.length - a.length)
    .slice(0, wordCount)
    .map(({ 0: word, index }) => ({ words: word, offset: index - prefix.length }));
  return [...snippets, ...words];
}

function votesFor(text: string, { words, offset }: Snippet): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (starts.length === mostHits) return [];
    starts.push(at - offset);
  }
  return starts;
}

/**
 * Where in `text` a changed quote may stand: around the places to which most snippets of the quote and its context
 * point. At most 8 windows, the likeliest first, so that the time a closer look takes does not grow with the text. Each
 * has room for the quote and `slack` units more on either side.
 */
export function findWindows(
  text: string,
  selector: Pick<Selector, 'prefix' | 'quote' | 'suffix'>,
  slack: number,
): Window[] {
  const votes = snippetsOf(selector)
    .flatMap((snippet) => votesFor(text, snippet))
    .sort((a, b) => a - b);
  const groups: { first: number; last: number; count: number }[] = [];
  for (const vote of votes) {
    const group = groups.at(-1);
    if (group && vote - group.first <= slack) {
      group.last = vote;
      group.count += 1;
    } else groups.push({ first: vote, last: vote, count: 1 });
  }
  return groups
    .sort((a, b) => b.count - a.count)
    .slice(0, mostWindows)
    .map(({ first, last }) => ({
      start: Math.max(0, first - slack),
      end: Math.min(text.length, last + selector.quote.length + slack),
    }));
}
