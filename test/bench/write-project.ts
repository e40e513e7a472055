import { createHash } from 'node:crypto';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Highlight } from '../../core/highlights/highlight.ts';
import type { CatalogueRecord } from '../../core/statements/catalogue.ts';
import { newWorkspace, Workspace } from '../../core/workspace/workspace.ts';
import { type BundledStatement, resources } from '../support/bundled-statements.ts';
import { builtFolder, projectRoot } from '../support/runtime.ts';

/** A generated statement: its text, and the SHA-256 of its bytes. */
export interface LongStatement {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly source: string;
}

/** The long statement that consists of `text`. */
export function longStatement(text: string): LongStatement {
  return {
    id: 'long',
    title: 'A statement of one megabyte',
    text,
    source: createHash('sha256').update(text).digest('hex'),
  };
}

function recordOf({ id, title, text, source }: LongStatement, like: CatalogueRecord): CatalogueRecord {
  const bytes = Buffer.byteLength(text);
  const named = { value: title, basis: 'inferred', from: 'Generated for the benchmark.' } as const;
  return { ...like, id, file: `${id}.txt`, bytes, sha256: source, title: named, structure: [] };
}

/**
 * Makes `folder` a project in which the built application can be started: with the long statement and the first two
 * bundled ones as its collection. Gives its folder of the built application.
 */
export async function writeProject(
  folder: string,
  long: LongStatement,
  bundled: readonly BundledStatement[],
): Promise<string> {
  const [first, ...others] = bundled;
  if (!first) throw new Error('There are no bundled statements to make a collection of.');
  const small = [first, ...others.slice(0, 1)].map(({ record }) => record);
  const statements = join(folder, 'resources/statements');
  await mkdir(statements, { recursive: true });
  const built = join(folder, 'out');
  await cp(builtFolder(process.env), built, { recursive: true });
  await cp(join(projectRoot, 'package.json'), join(folder, 'package.json'));
  for (const { file } of small) await cp(join(resources, 'statements', file), join(statements, file));
  await writeFile(join(statements, `${long.id}.txt`), long.text);
  const catalogue = {
    title: 'Benchmark',
    description: 'Generated.',
    statements: [...small, recordOf(long, first.record)],
  };
  await writeFile(join(folder, 'resources/catalogue.json'), JSON.stringify(catalogue));
  return built;
}

/** Writes a workspace with `highlights` into `folder`. Throws where it would not be a valid one. */
export async function writeWorkspace(folder: string, highlights: readonly Highlight[]): Promise<void> {
  const byId = Object.fromEntries(highlights.map((highlight) => [highlight.id, highlight]));
  const workspace = Workspace.parse({ ...newWorkspace('bench'), highlights: byId });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'workspace.json'), JSON.stringify(workspace));
}
