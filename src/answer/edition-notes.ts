import type { Answer, DocumentInfo } from '../model.ts';

/** Says of each cited document that it has a former edition, or that a later one took its place. */
export function withEditionNotes(answer: Answer, documents: readonly DocumentInfo[]): Answer {
  const infoOf = new Map(documents.map((info) => [info.id, info]));
  const cited = new Set(answer.citations.map(({ documentId }) => documentId));
  const notes = [...cited].flatMap((id) => {
    const info = infoOf.get(id);
    const former = infoOf.get(info?.replaces ?? '');
    const later = infoOf.get(info?.replacedBy ?? '');
    if (info === undefined) return [];
    if (later !== undefined) return [`《${info.title}》已被《${later.title}》替代。`];
    return former === undefined
      ? []
      : [`依据现行的《${info.title}》，它替代了《${former.title}》。`];
  });
  return notes.length === 0 ? answer : { ...answer, notes: [...answer.notes, ...notes] };
}
