/** The number 1 or above that `value` writes in decimal digits, or `null`. */
export function readCount(value: string): number | null {
  return /^[1-9]\d{0,8}$/u.test(value) ? Number(value) : null;
}

/** What is wrong with the value of an option that takes a count; `null` where nothing is or it was not given. */
export function checkCount(option: string, value: string | undefined): string | null {
  if (value === undefined || readCount(value) !== null) return null;
  return `--${option} takes a whole number from 1, not “${value}”.`;
}
