import type { z } from 'zod';
import { CitationStyle } from '../../core/citations/citation-style.ts';
import { ExcerptContext } from '../../core/excerpts/excerpt.ts';
import { ExcerptGrouping } from '../../core/excerpts/excerpt-filter.ts';
import { initialReportOptions, ReportOptions, type ReportRequest } from '../../core/report/report-request.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Session } from '../../core/session.ts';
import { chooseExcerpts } from './choose-excerpts.ts';
import type { CommandOptions } from './command.ts';
import { findDossier } from './find-dossier.ts';

function readChoice<Value extends string>(
  option: string,
  schema: z.ZodEnum<Record<Value, Value>>,
  given: string | undefined,
  otherwise: Value,
): Result<Value> {
  const parsed = schema.safeParse(given ?? otherwise);
  if (parsed.success) return succeed(parsed.data);
  return fail('invalid', `--${option} takes ${schema.options.join(', ')}, and not “${given}”.`);
}

function readSelection(session: Session, options: CommandOptions): Result<ReportRequest['selection']> {
  if (options.dossier !== undefined) {
    const foreign = (['tag', 'match', 'statement', 'group'] as const).find((option) => options[option] !== undefined);
    if (foreign)
      return fail('invalid', `A dossier is exported as it is, without --${foreign}: leave one of the two out.`);
    const dossier = findDossier(session.dossiers, options.dossier);
    return dossier.ok ? succeed({ of: 'dossier', dossier: dossier.value.id }) : dossier;
  }
  const filter = chooseExcerpts(session, options);
  if (!filter.ok) return filter;
  const groupBy = readChoice('group', ExcerptGrouping, options.group, 'statement');
  return groupBy.ok ? succeed({ of: 'excerpts', filter: filter.value, groupBy: groupBy.value }) : groupBy;
}

/** Whether there is nothing to withhold in an entry, as where a variable was not set. */
function namesNobody(entry: string): boolean {
  return !/[^\s;\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/u.test(entry);
}

/** The report that the options of a command ask for; fails with one sentence where they ask for none that there is. */
export function chooseReport(session: Session, options: CommandOptions): Result<ReportRequest> {
  const selection = readSelection(session, options);
  if (!selection.ok) return selection;
  const context = readChoice('context', ExcerptContext, options.context, initialReportOptions.context);
  if (!context.ok) return context;
  const style = readChoice('style', CitationStyle, options.style, session.settings.citationStyle);
  if (!style.ok) return style;
  const hasAuthor = options['with-name'] ?? false;
  if (hasAuthor && session.settings.name === '') {
    return fail(
      'invalid',
      'No name is set for --with-name: set it in the reader, under History, or leave the option out.',
    );
  }
  const withheld = options.withhold ?? [];
  if (withheld.some(namesNobody)) {
    return fail('invalid', '--withhold was given no name: write one after it, or leave the option out.');
  }
  const chosen = ReportOptions.safeParse({
    context: context.value,
    style: style.value,
    hasNotes: !(options['no-notes'] ?? false),
    hasAuthor,
    withheld,
  });
  if (!chosen.success)
    return fail('invalid', '--withhold takes a name of at most 500 characters, and at most 200 times.');
  return succeed({ selection: selection.value, options: chosen.data });
}
