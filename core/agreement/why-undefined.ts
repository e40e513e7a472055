import { type Sentence, say } from '../sentence.ts';

/** Why kappa and alpha cannot be computed, where they cannot; of `units`, `none` and `all` are those that nobody and everybody coded. */
export function whyUndefined({ units, none, all }: { units: number; none: number; all: number }): Sentence | null {
  if (units === 0) return say(/*i18n*/ 'There is no text to compare: choose statements that can be read.');
  if (none === units) {
    return say(
      /*i18n*/ 'None of them put this tag on anything here: without it there is nothing to agree or disagree on.',
    );
  }
  if (all === units) {
    return say(
      /*i18n*/ 'All of them put this tag on the whole text: without any text that is not tagged, agreement cannot be told from chance.',
    );
  }
  return null;
}
