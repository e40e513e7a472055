import { useCallback } from 'react';
import { useAdding } from './use-adding.ts';

/** What asks for a file that is a newer version of a statement of its user’s own, by its id, and adds it as that. */
export function useNewVersion(statement: string): () => void {
  const { askForVersion } = useAdding();
  return useCallback(() => askForVersion(statement), [askForVersion, statement]);
}
