export const EDIT = '/edit';

export const editLink = (file: string): string => `${EDIT}/files/${encodeURIComponent(file)}`;

export const stagedChangesLink = (token: string): string => `${EDIT}/staged/${token}/changes`;

/** What people did not find, and the answers that editors write to it. */
export const ANSWERS = `${EDIT}/answers`;
