/** How the files end that hold somebody’s work, and not what they worked on. */
const endings = ['.attest', '.qdpx', '.qdc', '.sqlite3', '.jsonld'];

/** Whether a file is for the exchange, by its name. */
export function isWorkFile(name: string): boolean {
  const lower = name.toLowerCase();
  return endings.some((ending) => lower.endsWith(ending));
}
