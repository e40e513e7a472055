import { z } from 'zod';
import { inEnglish, Sentence } from './sentence.ts';

/**
 * Why something could not be done. `code` is for programs, `message` is one sentence for a person: what happened, to
 * what, and what to do; in English, with the `sentence` that it is where it can be translated.
 */
export const Fault = z.object({
  code: z.enum(['invalid', 'not-found', 'read-only', 'not-saved', 'unreadable', 'locked', 'internal']),
  message: z.string(),
  sentence: Sentence.optional(),
});
export type Fault = z.infer<typeof Fault>;

/** An expected outcome as a value. Broken invariants throw instead. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

/** A `Result` that holds `value`. */
export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A `Result` that says why there is no value. */
export function fail(code: Fault['code'], told: Sentence | string): { readonly ok: false; readonly fault: Fault } {
  const said = typeof told === 'string' ? { message: told } : { message: inEnglish(told), sentence: told };
  return { ok: false, fault: { code, ...said } };
}
