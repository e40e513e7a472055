import { createHash } from 'node:crypto';
import type { Workspace } from '../../../core/workspace/workspace.ts';

/** `value` with the keys of every record in order, so that the same content always reads the same. */
function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, item]) => [key, inKeyOrder(item)]);
}

/** The same for two workspaces that hold the same, and for no others. */
export function fingerprintOf(workspace: Workspace): string {
  return createHash('sha256')
    .update(JSON.stringify(inKeyOrder(workspace)))
    .digest('base64url');
}
