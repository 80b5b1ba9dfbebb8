declare module 'word-extractor/lib/buffer-reader.js' {
  class BufferReader {
    constructor(buffer: Buffer);
  }
  export = BufferReader;
}

declare module 'word-extractor/lib/ole-compound-doc.js' {
  import type { Readable } from 'node:stream';

  class OleCompoundDoc {
    constructor(reader: unknown);
    readonly _rootStorage: {
      readonly _dirEntry: { readonly streams: Readonly<Record<string, unknown>> };
    };
    read(): Promise<this>;
    stream(name: string): Readable;
  }
  export = OleCompoundDoc;
}
