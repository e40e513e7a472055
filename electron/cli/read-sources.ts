import type { AttestService } from '../../core/ipc-contract.ts';
import type { Session } from '../../core/session.ts';
import type { Statement } from '../../core/statements/statement.ts';

/** A statement in one state of its bytes, as an export names it. */
interface NamedSource {
  readonly statement: string;
  readonly sha256: string;
}

/** The statements that `sources` name by their SHA-256, as they are or as they were in an earlier version; of a large library no others. */
export async function readSources(
  service: AttestService,
  { statements }: Session,
  sources: readonly NamedSource[],
): Promise<Statement[]> {
  const found = new Map<string, Statement>();
  for (const { statement, sha256 } of sources) {
    const candidates = statements.filter(
      ({ id, own, ...summary }) =>
        id === statement || summary.sha256 === sha256 || own?.versions.some((version) => version.sha256 === sha256),
    );
    for (const { id, own } of candidates) {
      if (found.has(sha256)) break;
      const read = await service.call('readStatement', { statement: id });
      if (read.ok && read.value.sha256 === sha256) found.set(sha256, read.value);
      else if (own) {
        const earlier = await service.call('readVersion', { statement: id, text: sha256 });
        if (earlier.ok && earlier.value.sha256 === sha256) found.set(sha256, earlier.value);
      }
    }
  }
  return [...found.values()];
}
