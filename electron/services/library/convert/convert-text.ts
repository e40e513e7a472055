import { succeed } from '../../../../core/result.ts';
import type { Convert } from './conversion.ts';
import { readText } from './read-text.ts';

/** Plain text: what it says is what it is, in whatever encoding. Nothing in it states a fact that a rule could trust. */
export const convertText: Convert = async (file, options) => {
  const read = readText(file, options);
  if (!read.ok) return read;
  return succeed({ format: 'text', ...read.value, structure: [], pages: null, facts: {} });
};
