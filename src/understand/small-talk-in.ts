import { type SmallTalk, TELLING_WORDINGS, WHOLE_MESSAGES } from '../language/small-talk.ts';
import { compileWordings } from '../language/wordings.ts';
import type { Query } from './query.ts';
import { flatten } from './question-text.ts';

/** From this chance on a message without anything of the documents in it is small talk. */
const SMALL_TALK_FROM = 0.5;
/** One that speaks of a place or a year as well must be surer. */
const SMALL_TALK_IN_SPITE_FROM = 0.9;
/** Longer ones say something. */
const CHATTER_CHARS = 8;

const findTelling = compileWordings(TELLING_WORDINGS);
const WHOLE = WHOLE_MESSAGES.map(({ says, means }) => ({
  means,
  pattern: new RegExp(`^(?:${says})$`, 'u'),
}));

/**
 * What a message says to the program; null for a question to the documents, and in doubt. Small talk before a
 * question (你好，…) does not make it small talk.
 * @param leansBack whether it says something of what was asked before: then only the tables make it small talk
 */
export function smallTalkIn(query: Query, leansBack = false): SmallTalk | null {
  const { text, kinds } = query;
  const parts = text
    .split(/[\s,，。.!！?？~、;；…:：]+/u)
    .map((part) => flatten(part).replace(/[^\p{L}\p{N}/]+/gu, ''))
    .filter(Boolean);
  if (parts.length === 0) return 'help';
  const whole = parts.map(
    (part) => WHOLE.find(({ pattern }) => pattern.test(part))?.means ?? undefined,
  );
  const last = whole.findLast((means) => means !== undefined);
  if (last && whole.every((means) => means !== undefined)) return last;
  const [telling] = findTelling(text);
  if (telling && !asksDocuments(query, telling.means)) return telling.means;
  if (leansBack) return null;
  const isAbout = query.scope.documentIds.length > 0 || query.time.years.length > 0;
  if (kinds.guide < (isAbout ? SMALL_TALK_IN_SPITE_FROM : SMALL_TALK_FROM)) return null;
  return last ?? (text.length <= CHATTER_CHARS ? 'chatter' : 'outside');
}

/** Beside a wording of small talk: a figure asked for, or a named place and a word the documents tell things by. */
function asksDocuments({ scope, unit, concepts, kinds, time }: Query, talk: SmallTalk): boolean {
  if (talk === 'documents') return kinds.guide < 0.05 && concepts.some(isTelling);
  const isPlaced = scope.documentIds.length > 0 || scope.everyRegion || time.years.length > 0;
  return isPlaced && (unit !== undefined || concepts.some(isTelling)) && kinds.guide < 0.5;
}

const isTelling = ({ unknown, isThing }: Query['concepts'][number]): boolean => !unknown && isThing;
