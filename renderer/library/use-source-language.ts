import { useAttest } from '../state/use-attest.tsx';
import { type SourceLanguage, sourceLanguage } from './source-language.ts';
import { statementsById } from './statements-by-id.ts';

/** The language and direction of the words of a statement, by its id, for the element that shows some of them. */
export function useSourceLanguage(): (statement: string) => SourceLanguage {
  const { session } = useAttest();
  return (statement) => sourceLanguage(statementsById(session.statements).get(statement));
}
