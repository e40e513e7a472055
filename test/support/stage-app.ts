import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './runtime.ts';

/**
 * Copies the application in `built` to `folder`, with the statements and catalogue of `collection` in place of its own.
 * Gives the folder that the copy is built in. The application finds its collection beside itself, as its users have it.
 */
export async function stageApp(built: string, folder: string, collection: string): Promise<string> {
  const out = join(folder, 'out');
  await mkdir(join(folder, 'resources'), { recursive: true });
  await cp(built, out, { recursive: true });
  await cp(join(projectRoot, 'package.json'), join(folder, 'package.json'));
  await cp(join(projectRoot, 'resources/citation-styles'), join(folder, 'resources/citation-styles'), {
    recursive: true,
  });
  await cp(collection, join(folder, 'resources'), { recursive: true });
  return out;
}
