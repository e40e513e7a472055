import type { Excerpt } from '../../core/excerpts/excerpt.ts';
import { type AttestService, excerptsAtATime } from '../../core/ipc-contract.ts';
import { type Result, succeed } from '../../core/result.ts';

/** The excerpts of `highlights`, in their order and without context, however many there are. */
export async function readAllExcerpts(
  service: AttestService,
  highlights: readonly { readonly id: string }[],
): Promise<Result<Excerpt[]>> {
  const excerpts: Excerpt[] = [];
  for (let from = 0; from < highlights.length; from += excerptsAtATime) {
    const ids = highlights.slice(from, from + excerptsAtATime).map(({ id }) => id);
    const read = await service.call('readExcerpts', { ids, context: 'none' });
    if (!read.ok) return read;
    excerpts.push(...read.value);
  }
  return succeed(excerpts);
}
