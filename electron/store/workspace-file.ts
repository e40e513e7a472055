import { readFile } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { checkWorkspace } from '../../core/workspace/check-workspace.ts';
import { type RepairedWorkspace, repairWorkspace } from '../../core/workspace/repair-workspace.ts';
import { Workspace, workspaceVersion } from '../../core/workspace/workspace.ts';
import { decodeText } from './decode-text.ts';
import { isSystemError } from './system-error.ts';
import { writeFileDurably } from './write-file-durably.ts';

/** The file is there, but it is not a workspace: damaged, cut short, or something else. `message` says what is wrong. */
export class DamagedWorkspaceError extends Error {}

/** The file was written by a later version of the program, which may keep what this one does not know. */
export class NewerWorkspaceError extends Error {}

const AnyVersion = z.object({ format: z.literal('attest-workspace'), version: z.int().positive() });

/** What the system answers where there is no file, or no folder that could hold it. */
const noFile: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/**
 * A workspace from the bytes of its file, with what could be put right in it put right. Throws `DamagedWorkspaceError`
 * where something is left that could not, and `NewerWorkspaceError`.
 */
export function parseWorkspace(bytes: Uint8Array): RepairedWorkspace {
  const text = decodeText(bytes);
  if (text === null) throw new DamagedWorkspaceError('it is not UTF-8 text');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new DamagedWorkspaceError(bytes.length === 0 ? 'it is empty' : 'it is not complete JSON');
    throw error;
  }
  const head = AnyVersion.safeParse(json);
  if (!head.success) throw new DamagedWorkspaceError('it is not an Attest workspace');
  if (head.data.version > workspaceVersion) {
    throw new NewerWorkspaceError(`it has version ${head.data.version}, and this program knows ${workspaceVersion}`);
  }
  const workspace = Workspace.safeParse(json);
  if (!workspace.success) {
    const issue = workspace.error.issues[0];
    throw new DamagedWorkspaceError(`${issue?.path.join('.') || 'its content'} is not valid`);
  }
  const repaired = repairWorkspace(workspace.data);
  const [problem] = checkWorkspace(repaired.workspace);
  if (problem)
    throw new DamagedWorkspaceError(`the ${problem.of} ${problem.id} contradicts the rest (${problem.kind})`);
  return repaired;
}

/**
 * Keeps lowdb's data in one JSON file that its user can open and copy. In place of lowdb's own adapter: bytes are
 * checked on reading, and a write is on the disk when it resolves.
 */
export class WorkspaceFile implements Adapter<Workspace> {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** The workspace, or `null` where there is no file yet. */
  async read(): Promise<Workspace | null> {
    return (await this.readRepaired())?.workspace ?? null;
  }

  /** The workspace with what was put right in it, or `null` where there is no file yet. */
  async readRepaired(): Promise<RepairedWorkspace | null> {
    try {
      return parseWorkspace(await readFile(this.path));
    } catch (error) {
      if (isSystemError(error) && noFile.has(error.code)) return null;
      throw error;
    }
  }

  async write(workspace: Workspace): Promise<void> {
    await writeFileDurably(this.path, `${JSON.stringify(workspace, null, 1)}\n`);
  }
}
