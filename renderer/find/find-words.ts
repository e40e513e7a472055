import { utf16 } from '../../core/text/offsets.ts';
import type { Found } from './use-find.ts';

const special = /[\\^$.*+?()[\]{}|/]/gu;

/** Finds the very words of `query` in a text that is in no index, whatever their case and the white space between them. */
export function findWords(text: string, query: string): Found {
  const words = query.trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return { matches: [], remarks: [] };
  const pattern = new RegExp(words.map((word) => word.replace(special, '\\$&')).join('\\s+'), 'giu');
  const matches = [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: utf16(index),
    end: utf16(index + found.length),
    tier: 'exact' as const,
  }));
  return { matches, remarks: [] };
}
