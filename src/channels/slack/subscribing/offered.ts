import type { App, Subscribed } from '../../../app.ts';
import { openSource } from '../render/actions.ts';

/** Values of the buttons of a message that open a source. */
function sourceValues(block: unknown): string[] {
  if (Array.isArray(block)) return block.flatMap(sourceValues);
  if (typeof block !== 'object' || block === null) return [];
  const { action_id: name, value } = block as Readonly<Record<string, unknown>>;
  const isSource = typeof name === 'string' && openSource.pattern.test(name);
  if (isSource && typeof value === 'string') return [value];
  return Object.values(block).flatMap(sourceValues);
}

/** What an answer stands on, as its own buttons tell: the documents, their places, the indicators quoted. */
export function offeredBy(blocks: unknown, app: App): readonly Subscribed[] {
  const places = sourceValues(blocks).map((value) => openSource.read(value));
  const documentIds = new Set(places.map(({ documentId }) => documentId));
  const documents = app.documents().filter(({ id }) => documentIds.has(id));
  const passages = new Set(places.map(({ passageId }) => passageId));
  const indicators = documents
    .flatMap(({ id }) => app.document(id).indicators)
    .filter(({ passageId }) => passages.has(passageId));
  const named = [
    ...documents.map(({ title }) => title),
    ...documents.flatMap(({ region }) => region ?? []),
    ...indicators.map(({ name }) => name),
  ];
  const offered = [...new Set(named)].flatMap((name) => app.subscribable(name) ?? []);
  const keys = offered.map(({ kind, name }) => `${kind} ${name}`);
  return offered.filter((_one, at) => keys.indexOf(keys[at] ?? '') === at);
}
