import { useMemo } from 'react';
import { statementsById } from '../library/statements-by-id.ts';
import { useDateWords } from '../library/use-date-words.ts';
import { useAttest } from '../state/use-attest.tsx';

/** Words the source of an excerpt by the id of its statement: publisher and date. Each is worded once. */
export function useSourceWords(): (statement: string) => string {
  const { session } = useAttest();
  const { statements } = session;
  const wordDate = useDateWords();
  return useMemo(() => {
    const records = statementsById(statements);
    const worded = new Map<string, string>();
    return (id) => {
      const summary = records.get(id);
      if (!summary) return id;
      const known = worded.get(id);
      const words = known ?? [summary.publisher.value, wordDate(summary.date.value)].filter(Boolean).join(', ');
      worded.set(id, words);
      return words;
    };
  }, [statements, wordDate]);
}
