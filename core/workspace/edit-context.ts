/** What an edit takes from outside: the time it happens (ISO 8601, UTC) and a source of unused ids. */
export interface EditContext {
  readonly now: string;
  readonly newId: () => string;
}
