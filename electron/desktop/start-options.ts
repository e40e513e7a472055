import { createHash } from 'node:crypto';

/** The folder named by `--workspace DIR` or `--workspace=DIR`, the last one where there are several. */
export function workspaceArgument(args: readonly string[]): string | undefined {
  let folder: string | undefined;
  for (const [index, argument] of args.entries()) {
    if (argument === '--workspace') folder = args[index + 1] ?? folder;
    else if (argument.startsWith('--workspace=')) folder = argument.slice('--workspace='.length);
  }
  return folder;
}

/** A folder name that is the same for every start on one workspace and different for every other workspace. */
export function profileName(workspaceFolder: string): string {
  return `workspace-${createHash('sha256').update(workspaceFolder).digest('hex').slice(0, 16)}`;
}
