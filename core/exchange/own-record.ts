/** The record with this id, whatever ids there are: `constructor` is one like any other. */
export function ownRecord<Item>(records: Readonly<Record<string, Item>>, id: string): Item | undefined {
  return Object.hasOwn(records, id) ? records[id] : undefined;
}
