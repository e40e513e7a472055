import type { AttestService } from '../../core/ipc-contract.ts';
import type { Session } from '../../core/session.ts';
import type { Statement } from '../../core/statements/statement.ts';

/** The statements of the collection that can be read, in its order. */
export async function readStatements(service: AttestService, { statements }: Session): Promise<Statement[]> {
  const readable: Statement[] = [];
  for (const { id } of statements) {
    const read = await service.call('readStatement', { statement: id });
    if (read.ok) readable.push(read.value);
  }
  return readable;
}
