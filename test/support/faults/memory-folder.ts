import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Where Linux keeps files in memory. */
const inMemory = '/dev/shm';

function placeForFolders(): string {
  try {
    accessSync(inMemory, constants.W_OK);
    return inMemory;
  } catch {
    return tmpdir();
  }
}

/**
 * A new empty folder in memory where the system has such a place, deleted when the test is over: for thousands of
 * workspaces whose disk the test plays itself.
 */
export async function memoryFolder(): Promise<string> {
  const folder = await mkdtemp(join(placeForFolders(), 'attest-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}
