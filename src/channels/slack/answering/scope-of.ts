import type { App } from '../../../app.ts';
import type { Logger } from '../../../log.ts';

/** Documents a conversation is bound to; null for all. Those that are gone since bind nobody. */
export function scopeOf(conversation: string, app: App, log: Logger): readonly string[] | null {
  try {
    const known = new Set(app.documents().map(({ id }) => id));
    const scope = app.settings.scopeOf(conversation)?.filter((id) => known.has(id)) ?? [];
    return scope.length > 0 ? scope : null;
  } catch (error) {
    log.warn({ err: error }, 'scope of a conversation could not be read');
    return null;
  }
}
