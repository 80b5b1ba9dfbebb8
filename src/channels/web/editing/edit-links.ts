export const EDIT = '/edit';

export const editLink = (file: string): string => `${EDIT}/files/${encodeURIComponent(file)}`;

export const stagedChangesLink = (token: string): string => `${EDIT}/staged/${token}/changes`;
