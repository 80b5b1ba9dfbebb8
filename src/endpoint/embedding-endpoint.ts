export interface EmbeddedTexts {
  /** One a text, in their order, all of one length; finite. */
  readonly vectors: readonly (readonly number[])[];
  readonly tokens: number;
}

/** An embedding model behind an address. */
export interface EmbeddingEndpoint {
  readonly model: string;
  /**
   * As many texts as one request may hold, none of them empty. Throws EndpointError, `timed-out` where the
   * signal's reason is that of a time-out; any other reason of an aborted signal is thrown as it is.
   */
  embed(texts: readonly string[], signal: AbortSignal): Promise<EmbeddedTexts>;
}
