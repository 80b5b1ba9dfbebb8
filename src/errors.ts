/** Every way Youju fails on purpose. A missing answer is a value, not an error. */
export type ErrorCode =
  | 'CONFIG_INVALID'
  | 'SEEDS_MISSING'
  | 'FILE_UNREADABLE'
  | 'FILE_EMPTY'
  | 'FILE_WITHOUT_TEXT'
  | 'FILE_SCANNED'
  | 'FILE_FONT_UNREADABLE'
  | 'FILE_ENCRYPTED'
  | 'FILE_TOO_LARGE'
  | 'FILE_DAMAGED'
  | 'FILE_UNSAFE'
  | 'FILE_TYPE_UNKNOWN'
  | 'EDIT_CONFLICT'
  | 'CATALOGUE_INVALID'
  | 'INDEX_MISSING'
  | 'INDEX_STALE'
  | 'INDEX_DAMAGED'
  | 'INDEX_LOCKED'
  | 'DISK_FULL'
  | 'STATE_UNUSABLE'
  | 'ENDPOINT_FAILED'
  | 'DICTIONARY_CONFLICT'
  | 'WORDS_UNUSABLE'
  | 'WEIGHTS_UNUSABLE'
  | 'DOCUMENT_UNKNOWN'
  | 'INPUT_INVALID'
  | 'PORT_IN_USE'
  | 'SLACK_REFUSED';

/** `message` is Chinese and meant for the person: what happened, and what to do. */
export class YoujuError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'YoujuError';
    this.code = code;
  }
}
