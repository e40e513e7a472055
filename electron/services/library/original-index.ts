import type { Workspace } from '../../../core/workspace/workspace.ts';

/** The statements by the SHA-256 of their originals, of all versions, as they were when it was made, and those noted since. */
export class OriginalIndex {
  readonly #workspace: () => Workspace;
  readonly #byOriginal: Map<string, string>;
  /** Those that are on their way into the workspace. */
  readonly #coming = new Set<string>();

  constructor(workspace: () => Workspace) {
    this.#workspace = workspace;
    this.#byOriginal = new Map(
      Object.values(workspace().statements).flatMap(({ id, versions }) =>
        versions.map(({ original }): [string, string] => [original.sha256, id]),
      ),
    );
  }

  /** The statement of which a file with this SHA-256 is a version, or will be; `null` where there is none. */
  find(sha256: string): string | null {
    const id = this.#byOriginal.get(sha256);
    if (id === undefined) return null;
    // It may have been removed meanwhile.
    return this.#coming.has(id) || Object.hasOwn(this.#workspace().statements, id) ? id : null;
  }

  /** Takes note of a statement that is on its way into the workspace. */
  expect(sha256: string, id: string): void {
    this.#byOriginal.set(sha256, id);
    this.#coming.add(id);
  }

  /** It has come, or will not. */
  settle(id: string): void {
    this.#coming.delete(id);
  }
}
