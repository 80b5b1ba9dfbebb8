export interface ChatMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  /** The form the answer is to have; an endpoint that cannot keep to it is asked in words, so check what comes. */
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
  /** Heard once, at the end of the answer. */
  readonly onUsage?: (usage: ChatUsage) => void;
}

/** A language model behind an address. */
export interface ChatEndpoint {
  readonly model: string;
  /** Text deltas as they come. Throws EndpointError on any failure, the signal's reason once it is aborted. */
  stream(request: ChatRequest, options: ChatOptions): AsyncIterable<string>;
}
