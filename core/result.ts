import { z } from 'zod';

/**
 * Why something could not be done. `code` is for programs, `message` is one sentence for a person: what happened, to
 * what, and what to do.
 */
export const Fault = z.object({
  code: z.enum(['invalid', 'not-found', 'read-only', 'not-saved', 'unreadable', 'internal']),
  message: z.string(),
});
export type Fault = z.infer<typeof Fault>;

/** An expected outcome as a value. Broken invariants throw instead. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

/** A `Result` that holds `value`. */
export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A `Result` that says why there is no value. */
export function fail(code: Fault['code'], message: string): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: { code, message } };
}
