import type { StatementSummary } from '../../core/statements/statement.ts';
import { directionOf } from '../../core/statements/text-direction.ts';

/** The attributes of an element that holds a statement's own words, whatever the interface speaks. */
export interface SourceLanguage {
  readonly lang: string | undefined;
  readonly dir: 'ltr' | 'rtl' | 'auto';
}

/** In which language and direction the words of a statement are read out and set, as its catalogue record has it. */
export function sourceLanguage(summary: Pick<StatementSummary, 'language'> | undefined): SourceLanguage {
  const language = summary?.language.value ?? undefined;
  return { lang: language, dir: directionOf(language) };
}
