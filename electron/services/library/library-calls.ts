import type { CallInput } from '../../../core/ipc-contract.ts';
import { changeSet, createSet, deleteSet, renameSet } from '../../../core/workspace/set-edits.ts';
import { correctStructure, editCatalogue, removeStatements } from '../../../core/workspace/statement-edits.ts';
import type { Annotations } from '../annotations.ts';

/** The calls that change what statements there are, what is said of them, and the sets they are in. */
export function createLibraryCalls(annotations: Annotations) {
  return {
    editCatalogue: ({ statements, fields }: CallInput<'editCatalogue'>) =>
      annotations.changeLibrary((workspace, context) => editCatalogue(workspace, statements, fields, context)),
    correctStructure: ({ statement, corrections }: CallInput<'correctStructure'>) =>
      annotations.changeLibrary((workspace, context) => correctStructure(workspace, statement, corrections, context)),
    removeStatements: ({ statements }: CallInput<'removeStatements'>) =>
      annotations.changeLibrary((workspace, context) => removeStatements(workspace, statements, context)),
    createSet: (input: CallInput<'createSet'>) =>
      annotations.changeLibrary((workspace, context) => createSet(workspace, input, context)),
    renameSet: ({ set, name }: CallInput<'renameSet'>) =>
      annotations.changeLibrary((workspace) => renameSet(workspace, set, name)),
    changeSet: ({ set, ...change }: CallInput<'changeSet'>) =>
      annotations.changeLibrary((workspace) => changeSet(workspace, set, change)),
    deleteSet: ({ set }: CallInput<'deleteSet'>) => annotations.changeLibrary((workspace) => deleteSet(workspace, set)),
  };
}
