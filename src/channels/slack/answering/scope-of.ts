import type { App } from '../../../app.ts';
import type { Logger } from '../../../log.ts';
import type { Question } from '../intake/question.ts';

/**
 * Documents that are asked: those of the conversation, else those its channel chose; null for all. Those that are gone
 * since bind nobody.
 */
export function scopeOf(
  { conversation, channelId }: Pick<Question, 'conversation' | 'channelId'>,
  app: App,
  log: Logger,
): readonly string[] | null {
  try {
    const known = new Set(app.documents().map(({ id }) => id));
    const own = conversation === null ? null : app.settings.scopeOf(conversation);
    if (own?.length === 0) return null;
    const bound = own?.filter((id) => known.has(id)) ?? [];
    if (bound.length > 0) return bound;
    const usual = app.settings.choiceOf(channelId).documentIds.filter((id) => known.has(id));
    return usual.length > 0 ? usual : null;
  } catch (error) {
    log.warn({ err: error }, 'scope of a conversation could not be read');
    return null;
  }
}
