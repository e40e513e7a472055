/** The columns of a codebook as a table, as Taguette names them. */
export const codebookColumns = ['tag', 'description', 'number of highlights', 'number of documents'] as const;

/** The columns of highlights as a table, as Taguette names them. */
export const highlightColumns = ['id', 'document', 'tag', 'content'] as const;
