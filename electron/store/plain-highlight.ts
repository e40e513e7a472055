import type { Highlight } from '../../core/highlights/highlight.ts';

const fields = 9;
const selectorFields = 7;

/** Times on the days that every month has. */
const plainTime = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/u;

const isOffset = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const isText = (value: unknown): value is string => typeof value === 'string';

const isTime = (value: unknown): boolean => isText(value) && plainTime.test(value);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function isPlainSelector(value: unknown): boolean {
  if (!isRecord(value) || Object.keys(value).length !== selectorFields) return false;
  const { quote, prefix, suffix, isUnique, start, end, source } = value;
  return (
    isText(quote) &&
    quote !== '' &&
    isText(prefix) &&
    isText(suffix) &&
    typeof isUnique === 'boolean' &&
    isOffset(start) &&
    isOffset(end) &&
    isText(source) &&
    /^[0-9a-f]{64}$/u.test(source)
  );
}

/**
 * Whether `value` is a highlight as nearly all are: one that the schema would take, and give back as it is. Of others, the schema has to
 * be asked: it knows more, and takes ten times as long, which among a hundred thousand is felt.
 */
export function isPlainHighlight(value: unknown): value is Highlight {
  if (!isRecord(value) || Object.keys(value).length !== fields) return false;
  const { id, statement, selector, tags, note, isNotePrivate, orphan, created, modified } = value;
  return (
    isText(id) &&
    id !== '' &&
    isText(statement) &&
    statement !== '' &&
    isPlainSelector(selector) &&
    Array.isArray(tags) &&
    tags.every(isText) &&
    isText(note) &&
    typeof isNotePrivate === 'boolean' &&
    typeof orphan === 'boolean' &&
    isTime(created) &&
    isTime(modified)
  );
}
