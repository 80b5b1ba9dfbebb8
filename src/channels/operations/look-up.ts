import type { z } from 'zod';
import type { App } from '../../app.ts';
import type { Indicator } from '../../model.ts';
import { citationToJson } from '../answer-json.ts';
import { holdsWords } from '../comparable.ts';
import { passagePath } from '../reader-path.ts';
import type { indicatorsQuerySchema, tasksQuerySchema } from './inputs.ts';
import type { Service } from './operation.ts';
import type {
  indicatorsResultSchema,
  passagesResultSchema,
  proofSchema,
  tasksResultSchema,
} from './schemas.ts';

interface Standing {
  readonly documentId: string;
  readonly passageId: string;
}

/** Where something stands, for those who open it and those who cite it. */
function placeOf({ documentId, passageId }: Standing, { app, publicUrl }: Service) {
  const path = passagePath(documentId, passageId);
  return {
    documentId,
    documentTitle: app.document(documentId).document.info.title,
    passageId,
    path,
    url: publicUrl + path,
  };
}

/** Passages by id; of one that is gone what has taken its place. */
export function readPassages(
  service: Service,
  ids: readonly string[],
): z.infer<typeof passagesResultSchema> {
  const { app } = service;
  const found = [...new Set(ids)].map((asked) => {
    const where = app.whereabouts(asked);
    const passage = where && app.passage(where.passageId);
    return { asked, where, passage };
  });
  return {
    passages: found.flatMap(({ where, passage }) => {
      if (!where || !passage) return [];
      const { headingPath, kind, page, lines, text, quotable } = passage;
      const place = placeOf(where, service);
      return [{ ...place, headingPath, kind, page, lines, text, quotable, isSame: where.isSame }];
    }),
    missing: found.flatMap(({ asked, passage }) => (passage ? [] : [asked])),
  };
}

/** Throws DOCUMENT_UNKNOWN. */
const checkedIds = ({ app }: Service, ids: readonly string[]): ReadonlySet<string> =>
  new Set(ids.map((id) => app.document(id).document.info.id));

/** Indicators of that name; where none is called so, those whose name holds the words. */
export function findIndicators(
  service: Service,
  { name, document, limit }: z.infer<typeof indicatorsQuerySchema>,
): z.infer<typeof indicatorsResultSchema> {
  const within = checkedIds(service, document);
  const named = service.app.indicators(name);
  const groups =
    name !== undefined && named.length === 0
      ? service.app.indicators().filter((group) => holdsWords(group.name, name))
      : named;
  const indicators = groups
    .map(({ name: called, category, rows }) => ({
      name: called,
      category,
      rows: rows.filter(({ documentId }) => within.size === 0 || within.has(documentId)),
    }))
    .filter(({ rows }) => rows.length > 0);
  return {
    total: indicators.length,
    indicators: indicators
      .slice(0, limit)
      .map((group) => ({ ...group, rows: group.rows.map((row) => rowToJson(row, service)) })),
  };
}

function rowToJson({ tableTitle: _title, page: _page, ...row }: Indicator, service: Service) {
  return { ...row, ...placeOf(row, service) };
}

export function findTasks(
  service: Service,
  { department = '', q = '', document, limit }: z.infer<typeof tasksQuerySchema>,
): z.infer<typeof tasksResultSchema> {
  const { app } = service;
  const within = checkedIds(service, document);
  const ids = app.documents().map(({ id }) => id);
  const tasks = ids
    .filter((id) => within.size === 0 || within.has(id))
    .flatMap((id) => app.document(id).responsibilities)
    .filter(
      ({ title, leads, supports }) =>
        holdsWords(title, q) &&
        (department === '' || [...leads, ...supports].some((one) => holdsWords(one, department))),
    );
  return {
    total: tasks.length,
    tasks: tasks.slice(0, limit).map(({ lines: _lines, ...task }) => ({
      ...task,
      ...placeOf(task, service),
    })),
  };
}

/** Throws INPUT_INVALID that names passages nobody knows. */
export function proof(
  app: App,
  sentence: string,
  passageIds: readonly string[],
): z.infer<typeof proofSchema> {
  const { citations, problem } = app.prove(sentence, passageIds);
  return {
    sentence,
    proven: problem === undefined,
    citations: citations.map(citationToJson),
    problem: problem ?? null,
  };
}
