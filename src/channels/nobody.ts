import type { Viewer } from '../app.ts';

/** Whoever cannot be told apart: sees what is open to all. */
export const NOBODY: Viewer = { person: null, groups: [], channel: null };
