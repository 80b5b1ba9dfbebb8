export interface ChatMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  /**
   * The form the answer is to have, as strict mode wants it (every object closed, every property required). The
   * messages must ask for it too, with the word JSON: not every endpoint takes a schema, and none is to be trusted.
   */
  readonly schema: { readonly name: string; readonly jsonSchema: object };
  /** Of the answer. */
  readonly maxTokens: number;
}

export interface ChatUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

export interface ChatOptions {
  readonly signal: AbortSignal;
  /** Heard once, when the answer ends or fails; estimated where the endpoint does not say. */
  readonly onUsage?: (usage: ChatUsage) => void;
}

/** A language model behind an address. */
export interface ChatEndpoint {
  readonly model: string;
  /**
   * Text deltas as they come. Throws EndpointError on any failure, `timed-out` where the signal's reason is that
   * of a time-out; any other reason of an aborted signal is thrown as it is. An answer longer than `maxTokens`
   * comes as far as it goes and then fails as `too-long`. Until it is read to its end or let go it takes one of the
   * few places there are: ask nothing else meanwhile.
   */
  stream(request: ChatRequest, options: ChatOptions): AsyncIterable<string>;
}
