import type { BackupSummary } from './backup.ts';

/** How many backups are kept: the newest of all, and the newest of each of the last days and months that have one. */
export interface BackupRule {
  readonly recent: number;
  readonly daily: number;
  readonly monthly: number;
}

const usualRule: BackupRule = { recent: 10, daily: 7, monthly: 12 };

type Dated = Pick<BackupSummary, 'name' | 'at' | 'sequence'>;

/** Newest first: by the changes in it, and by the clock only where these are the same. */
function newestFirst(a: Dated, b: Dated): number {
  if (a.sequence !== b.sequence) return b.sequence - a.sequence;
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.name < b.name ? 1 : -1;
}

/** The first of each of the first `count` periods that are met; a period is the first `length` characters of the time. */
function firstOfEach(backups: readonly Dated[], length: number, count: number): Dated[] {
  const periods = new Map<string, Dated>();
  for (const backup of backups) {
    const period = backup.at.slice(0, length);
    if (!periods.has(period)) periods.set(period, backup);
  }
  return [...periods.values()].slice(0, count);
}

/**
 * Which backups to keep, by name, newest first: the `recent` newest, at least one, and the newest of each of the last
 * `daily` days and of the last `monthly` months that have one, in UTC. What is newest is said by the number of changes,
 * so that a clock that went back or ahead never costs the newest work, nor blocks a place for long.
 */
export function chooseBackups(backups: readonly Dated[], rule: BackupRule = usualRule): string[] {
  const sorted = [...backups].sort(newestFirst);
  const kept = new Set([
    ...sorted.slice(0, Math.max(1, rule.recent)),
    ...firstOfEach(sorted, 'YYYY-MM-DD'.length, rule.daily),
    ...firstOfEach(sorted, 'YYYY-MM'.length, rule.monthly),
  ]);
  return sorted.filter((backup) => kept.has(backup)).map(({ name }) => name);
}
