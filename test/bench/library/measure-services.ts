import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ServiceMeasures, ServiceOrder } from './service-process.ts';

/** What the services take on the workspace in `folder`, measured in a process of their own. */
export async function measureServices(built: string, folder: string): Promise<ServiceMeasures> {
  const child = fork(join(import.meta.dirname, 'service.mjs'));
  const order: ServiceOrder = { folder, built };
  const ended = once(child, 'exit');
  let answer: { readonly measures: ServiceMeasures } | null = null;
  child.on('message', (message) => {
    answer = message as { readonly measures: ServiceMeasures }; // It sends nothing else.
  });
  child.send(order);
  await ended;
  // The callback has set it, which TypeScript does not see.
  const given = answer as { readonly measures: ServiceMeasures } | null;
  if (!given) throw new Error(`The services could not be measured in ${folder}.`);
  return given.measures;
}
