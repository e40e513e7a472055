import { laterOf, type Stamp, traceId, writerOf } from './trace.ts';
import type { Workspace } from './workspace.ts';

/**
 * The latest stamp of whatever was written in `workspace` itself; empty where nothing was. What is written next must come after it,
 * though the clock was put back: by the latest stamp that others have seen they tell what they have not.
 */
export function latestOwnStamp({ id: writer, highlights, dossiers, statements, traces, people }: Workspace): Stamp {
  const latest = { at: (Object.hasOwn(people, writer) ? people[writer]?.seen : undefined) ?? '' };
  const take = (at: Stamp): void => {
    if (at > latest.at && writerOf(at) === writer) latest.at = laterOf(latest.at, at);
  };
  for (const { since, fields, tags } of Object.values(traces)) {
    take(since);
    for (const at of Object.values(fields)) take(at);
    for (const { at } of Object.values(tags)) take(at);
  }
  const untraced = [
    ...Object.values(highlights).filter(({ id }) => !Object.hasOwn(traces, traceId('highlight', id))),
    ...Object.values(dossiers).filter(({ id }) => !Object.hasOwn(traces, traceId('dossier', id))),
    ...Object.values(statements).filter(({ id }) => !Object.hasOwn(traces, traceId('statement', id))),
  ].reduce((at, { modified }) => Math.max(at, Date.parse(modified)), 0);
  if (untraced > 0) take(`${new Date(untraced).toISOString()} ${writer}`);
  return latest.at;
}
