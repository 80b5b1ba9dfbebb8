import { liesIn } from '../language/places/names.ts';
import { shortPlace } from '../language/places/short-name.ts';
import type { DocumentInfo } from '../model.ts';

/**
 * Who asks, as far as a channel can tell, and who reads along. What nobody says is null or empty; whoever cannot be
 * told apart sees what is open to all.
 */
export interface Viewer {
  /** As the proxy names them, or their Slack id; null where what is said is seen by others as well. */
  readonly person: string | null;
  /** As the proxy names them. */
  readonly groups: readonly string[];
  /** Slack id of the channel in which the answer is read. */
  readonly channel: string | null;
}

/** Documents that only some may see. */
export interface AccessRule {
  readonly documents: readonly string[];
  /** Of these places and of all that lie in them. */
  readonly places: readonly string[];
  readonly channels: readonly string[];
  readonly groups: readonly string[];
  readonly people: readonly string[];
}

export const admits = (
  { channels, groups, people }: AccessRule,
  { person, groups: theirs, channel }: Viewer,
): boolean =>
  (person !== null && people.includes(person)) ||
  (channel !== null && channels.includes(channel)) ||
  theirs.some((group) => groups.includes(group));

/** Whether a document is of a place or of one that lies in it. */
export const isOfPlace = ({ region, title }: DocumentInfo, place: string): boolean =>
  region === null
    ? title.includes(shortPlace(place))
    : shortPlace(region) === shortPlace(place) || liesIn(region, place);

const names = ({ documents, places }: AccessRule, info: DocumentInfo): boolean =>
  documents.includes(info.id) || places.some((place) => isOfPlace(info, place));

/** A document with its former and later editions. */
function editionsOf(
  info: DocumentInfo,
  byId: ReadonlyMap<string, DocumentInfo>,
): readonly DocumentInfo[] {
  const editions = new Set([info]);
  for (const { replaces = '', replacedBy = '' } of editions)
    for (const id of [replaces, replacedBy]) {
      const other = byId.get(id);
      if (other) editions.add(other);
    }
  return [...editions];
}

/**
 * Ids of the documents that are not shown: those that some rule names and no rule that names them opens. A new edition
 * is shown to whom the former is.
 * @param isAdmitting whether a rule names who asks
 */
export function hiddenDocuments(
  documents: readonly DocumentInfo[],
  rules: readonly AccessRule[],
  isAdmitting: (rule: AccessRule) => boolean,
): ReadonlySet<string> {
  const byId = new Map(documents.map((info) => [info.id, info]));
  const isHidden = (info: DocumentInfo): boolean => {
    const editions = editionsOf(info, byId);
    const naming = rules.filter((rule) => editions.some((one) => names(rule, one)));
    return naming.length > 0 && !naming.some(isAdmitting);
  };
  return new Set(documents.filter(isHidden).map(({ id }) => id));
}

/** What rules speak of that is not there: a slip of the pen would leave a document open. */
export const namingNothing = (
  rules: readonly AccessRule[],
  documents: readonly DocumentInfo[],
): readonly string[] =>
  rules.flatMap((rule) => [
    ...rule.documents.filter((id) => documents.every((info) => info.id !== id)),
    ...rule.places.filter((place) => !documents.some((info) => isOfPlace(info, place))),
  ]);
