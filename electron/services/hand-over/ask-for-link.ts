import { isSystemError } from '../../store/system-error.ts';
import { readHolder } from '../../store/workspace-lock.ts';
import { knock } from './knock.ts';
import { linkRequest } from './messages.ts';

/** A link to the reader that is open on the workspace in `folder`; `null` where there is none that can be opened here. */
export async function askForLink(folder: string): Promise<string | null> {
  const holder = await readHolder(folder).catch((error: unknown) => {
    if (isSystemError(error)) return null;
    throw error;
  });
  const visit = holder && (await knock(holder));
  if (!visit) return null;
  const answer = await visit.ask(linkRequest, {});
  visit.close();
  return answer.ok && typeof answer.value === 'string' ? answer.value : null;
}
