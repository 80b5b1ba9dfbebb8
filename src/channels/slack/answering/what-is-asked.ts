import type { App } from '../../../app.ts';
import type { Logger } from '../../../log.ts';
import { bindFiles, boundFiles } from '../files/bound-files.ts';
import type { DroppedFiles } from '../files/dropped-files.ts';
import type { Question } from '../intake/question.ts';
import { noticeMessage } from '../render/answer-messages.ts';
import { filesReadMessage } from '../render/files-message.ts';
import type { Outcome } from './outcome.ts';
import { scopeOf } from './scope-of.ts';

/** The library or the dropped files that a question asks. */
export interface Asked {
  /** Null where files are asked and none could be read. */
  readonly library: App | null;
  /** Ids of the documents asked; null for all of the library. */
  readonly scope: readonly string[] | null;
  readonly isOfFiles: boolean;
  /** What could not be read, in words for the person. */
  readonly unread: readonly string[];
}

interface AskedOptions {
  readonly app: App;
  readonly log: Logger;
  readonly files: Pick<DroppedFiles, 'read'>;
}

/** Files that come with a question are what its conversation is about from then on. */
export async function whatIsAsked(
  { app, log, files }: AskedOptions,
  question: Question,
  only: readonly string[] | undefined,
): Promise<Asked> {
  const ofLibrary: Asked = { library: app, scope: only ?? null, isOfFiles: false, unread: [] };
  const { conversation, fileIds, surface } = question;
  if (only || surface === 'step') return ofLibrary;
  if (conversation === null) return { ...ofLibrary, scope: scopeOf(question, app, log) };
  const asked = fileIds ?? orNone(() => boundFiles(app, conversation), log);
  if (asked.length === 0) return { ...ofLibrary, scope: scopeOf(question, app, log) };
  const read = await files.read(asked);
  if (read.files === null)
    return { library: null, scope: null, isOfFiles: true, unread: read.unread };
  if (fileIds) orNone(() => bindFiles(app, conversation, fileIds), log);
  const library = read.files.app;
  const scope = library.documents().map(({ id }) => id);
  // What was not read is said once.
  return { library, scope, isOfFiles: true, unread: fileIds ? read.unread : [] };
}

function orNone<Result>(work: () => Result, log: Logger): Result | readonly never[] {
  try {
    return work();
  } catch (error) {
    log.warn({ err: error }, 'the files of a conversation could not be noted or read');
    return [];
  }
}

const NOT_READ = '要查文件库里的文件，请另起一条消息提问。';

/** What is said of files alone. */
export function filesOutcome({ library, unread }: Asked): Outcome {
  return library === null
    ? { outcome: 'unread', messages: [noticeMessage([...unread, NOT_READ].join('\n'))] }
    : { outcome: 'read', messages: [filesReadMessage({ app: library }, unread)] };
}
