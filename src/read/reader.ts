import type { SourceDocument, SourceFormat } from '../model.ts';

/**
 * Reads the bytes of one format. `file` is the name a person knows it by, for messages and ties.
 * Fails with a FILE_ code; what is dropped or could not be read is said in `warnings`.
 */
export type Reader = (bytes: Uint8Array, file: string) => Promise<SourceDocument>;

/** A row of the table of formats. */
export interface Format {
  readonly format: SourceFormat;
  /** Whether these bytes are of it, told by content; the file's name only breaks ties. */
  readonly claims: (bytes: Uint8Array, file: string) => boolean;
  /** Files above this are refused unread. */
  readonly maxBytes: number;
  /** Loads its code when it is first needed. */
  readonly read: Reader;
}
