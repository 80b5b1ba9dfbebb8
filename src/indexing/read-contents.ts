import { type Seed, toRefusal } from '../catalogue/catalogue.ts';
import { documentIds } from '../catalogue/document-ids.ts';
import { findReplacements, withEdition } from '../catalogue/editions.ts';
import { digestOf, readSeedFile } from '../catalogue/seed-file.ts';
import { YoujuError } from '../errors.ts';
import type { Refusal } from '../model.ts';
import { isFileError } from '../read/file-errors.ts';
import type { ProgressReporter } from './build-progress.ts';
import type { PlanContent } from './plan-content.ts';
import type { EarlierContents } from './previous-index.ts';
import { readPlan } from './read-plan.ts';
import { type Sources, seedDigests } from './sources.ts';

export interface ReadContents {
  /** In the order of document ids. */
  readonly contents: readonly PlanContent[];
  readonly refused: readonly Refusal[];
  /** Of the bytes that were read, by file name. */
  readonly digests: Readonly<Record<string, string>>;
}

/**
 * Reads what is new or changed and takes over the rest. A file that cannot be read stands in nobody's way: it is
 * refused, and what was last read of it stays. Throws SEEDS_MISSING where nothing at all can be read.
 */
export async function readContents(
  sources: Sources,
  earlier: EarlierContents,
  progress: ProgressReporter,
): Promise<ReadContents> {
  const contents = new Map<string, PlanContent>();
  const refused: Refusal[] = [];
  const digests = seedDigests(sources);
  const ids = documentIds(sources.seeds, (file) => earlier.idOf(file));
  await progress.inGroups(sources.seeds, 1, 'parse', async (group) => {
    for (const seed of group) {
      const id = ids.get(seed.file) ?? seed.file;
      const outcome = await readUnlessKnown(seed, id, sources, earlier);
      digests[seed.file] = outcome.digest;
      if (outcome.refusal !== undefined) refused.push(outcome.refusal);
      if (outcome.content !== undefined) contents.set(idOf(outcome.content), outcome.content);
    }
  });
  refused.push(...sources.refused.filter(({ file }) => !(file in digests)));
  if (contents.size === 0) throw nothingReadable(refused);
  return { contents: withEditions([...contents.values()].sort(byId)), refused, digests };
}

const idOf = ({ document }: PlanContent): string => document.info.id;
const byId = (a: PlanContent, b: PlanContent): number => (idOf(a) < idOf(b) ? -1 : 1);

/** Which editions there are changes with every document that comes or goes. */
function withEditions(contents: readonly PlanContent[]): readonly PlanContent[] {
  const replacements = findReplacements(
    contents.map(({ document, entry }) => ({ info: document.info, entry })),
  );
  return contents.map((content) => {
    const { document } = content;
    return {
      ...content,
      document: { ...document, info: withEdition(document.info, replacements) },
    };
  });
}

interface Outcome {
  readonly digest: string;
  readonly content?: PlanContent | undefined;
  readonly refusal?: Refusal;
}

async function readUnlessKnown(
  seed: Seed,
  id: string,
  { seedsDir, refused }: Sources,
  earlier: EarlierContents,
): Promise<Outcome> {
  const { digest, file } = seed;
  const known = earlier.unchanged(seed, id);
  if (known !== undefined) return { digest, content: known };
  const refusal = refused.find((other) => other.file === file) ?? earlier.refusalOf(seed);
  if (refusal !== undefined) return { digest, ...keep(refusal, earlier) };
  let read = digest;
  try {
    const bytes = await readSeedFile(seedsDir, file);
    read = digestOf(bytes);
    return { digest: read, content: await readPlan(bytes, seed.entry, id) };
  } catch (error) {
    if (!isFileError(error)) throw error;
    return { digest: read, ...keep(toRefusal(file, error), earlier) };
  }
}

/** What was last read of a file that is broken now goes on answering. */
function keep(
  refusal: Refusal,
  earlier: EarlierContents,
): Pick<Required<Outcome>, 'refusal' | 'content'> {
  const content = earlier.lastOf(refusal.file);
  return { content, refusal: { ...refusal, keptAs: content?.document.info.id ?? null } };
}

const NAMED = 3;

function nothingReadable(refused: readonly Refusal[]): YoujuError {
  const named = refused.slice(0, NAMED).map(({ message }) => message);
  const more = refused.length > NAMED ? `另有 ${refused.length - NAMED} 个。` : '';
  return new YoujuError('SEEDS_MISSING', `规划文件夹里没有一个文件能读。${named.join('')}${more}`);
}
