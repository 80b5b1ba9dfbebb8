import type { Format } from './reader.ts';

const MEGABYTE = 1024 * 1024;
/** No plan text comes near it. */
const MAX_TEXT_BYTES = 20 * MEGABYTE;

/**
 * Every format, one row each: containers by their signature first, plain text last of all.
 * The first row that claims a file reads it.
 */
export const FORMATS: readonly Format[] = [
  {
    format: 'txt',
    claims: () => true,
    maxBytes: MAX_TEXT_BYTES,
    read: async (bytes, file) => (await import('./text/read-text.ts')).readText(bytes, file),
  },
];
