/**
 * Cohen's kappa for two people who put the same units into categories: `table[i][j]` is how many units one put into category `i` and
 * the other into `j`. 1 is agreement in all units, 0 what chance alone would give, less than 0 is less than chance.
 *
 *     κ = (p_o − p_e) / (1 − p_e)
 *
 * where p_o is the share of units they agree on and p_e = Σ_i p_i. · p_.i the share they would agree on by chance. It is computed as
 * the same 1 − q_o / q_e of the disagreements, q_o = 1 − p_o and q_e = Σ_{i≠j} p_i. · p_.j, which loses no digits where nearly all
 * units agree. `null` where it is not defined: without units, or where both put everything into one and the same category.
 *
 * Source: J. Cohen, “A coefficient of agreement for nominal scales”, Educational and Psychological Measurement 20 (1960) 37–46.
 */
export function cohenKappa(table: readonly (readonly number[])[]): number | null {
  const size = table.length;
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const all = rows.reduce((sum, count) => sum + count, 0);
  let [observed, expected] = [0, 0];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (row === column) continue;
      observed += table[row]?.[column] ?? 0;
      expected += (rows[row] ?? 0) * (columns[column] ?? 0);
    }
  }
  return expected === 0 ? null : 1 - (all * observed) / expected;
}
