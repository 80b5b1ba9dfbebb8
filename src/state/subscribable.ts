import { isOfPlace } from '../access/access-rules.ts';
import type { IndicatorGroup } from '../answer/kinds/indicator-groups.ts';
import { shortPlace } from '../language/places/short-name.ts';
import type { DocumentInfo } from '../model.ts';
import { flatten } from '../understand/question-text.ts';
import type { Subscribed } from './subscribed.ts';

/** What of a library can be subscribed to. */
export interface Subscribable {
  documents(): readonly DocumentInfo[];
  indicators(name: string): readonly IndicatorGroup[];
}

const bare = (text: string): string => flatten(text).replace(/[\p{P}\p{S}]/gu, '');

/** What a text names: a document by its title, its short title or its id, a place, or an indicator. */
export function subscribedIn(text: string, library: Subscribable): Subscribed | undefined {
  const said = bare(text);
  if (said === '') return undefined;
  const documents = library.documents();
  const document = documents.find(({ id, title, shortTitle }) =>
    [id, title, shortTitle].some((name) => bare(name) === said),
  );
  if (document) return subscribedTo(document);
  const place = documents
    .flatMap(({ region }) => region ?? [])
    .find((region) => [region, shortPlace(region)].some((name) => bare(name) === said));
  if (place !== undefined) return { kind: 'place', name: place, label: place };
  const [indicator] = library.indicators(text.trim());
  return indicator && { kind: 'indicator', name: indicator.name, label: indicator.name };
}

export const subscribedTo = ({ id, shortTitle }: DocumentInfo): Subscribed => ({
  kind: 'document',
  name: id,
  label: shortTitle,
});

/** Whether a document is what somebody subscribed to, or holds it. */
export function concerns(
  { kind, name }: Subscribed,
  info: DocumentInfo,
  library: Subscribable,
): boolean {
  if (kind === 'document') return info.id === name;
  if (kind === 'place') return isOfPlace(info, name);
  return library
    .indicators(name)
    .some(({ rows }) => rows.some(({ documentId }) => documentId === info.id));
}
