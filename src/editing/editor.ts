import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Change, compareDocuments } from '../changes/compare-documents.ts';
import type { PlanDocument } from '../model.ts';
import type { IngestRuns, IngestState } from './ingest-runs.ts';
import { readDocument } from './preview-file.ts';
import {
  addSeed,
  type CorrectionsOrNone,
  correctSeed,
  type EditingPlace,
  removeSeed,
  type SeenFile,
  seeFile,
} from './seed-changes.ts';
import { type StagedFile, StagingArea } from './staging-area.ts';

/** What somebody did, as it is kept for later. */
export interface AuditLine {
  readonly who: string;
  readonly action: 'add' | 'replace' | 'correct' | 'remove';
  readonly file: string;
  readonly [detail: string]: unknown;
}

/** What editors may do from a channel; every change is written down with who made it, and read by a new ingest. */
export interface Editor {
  readonly staging: Pick<StagingArea, 'receive' | 'list' | 'get' | 'discard'>;
  /** A file of the seeds folder as it is now, to say later that it was seen so. Throws FILE_ codes. */
  see(file: string): Promise<Required<SeenFile>>;
  /** What a staged file would change of a document. */
  changesOf(staged: StagedFile, document: PlanDocument): Promise<readonly Change[]>;
  /** Throws EDIT_CONFLICT where the folder is not as the editor saw it. */
  add(who: string, staged: StagedFile, options: AddOptions): Promise<void>;
  correct(who: string, seen: SeenFile, corrections: CorrectionsOrNone): Promise<void>;
  remove(who: string, seen: SeenFile): Promise<void>;
  ingestState(): IngestState;
  /** Until the index holds what was changed. */
  settled(): Promise<void>;
}

export interface AddOptions {
  readonly corrections: CorrectionsOrNone;
  /** What it takes the place of, as it was seen, and its id. */
  readonly replaced?: (SeenFile & { readonly id: string | undefined }) | undefined;
}

export interface EditorParts {
  readonly place: EditingPlace;
  readonly runs: IngestRuns;
  readonly log: { info(details: object, message: string): void };
  readonly now: () => Date;
}

const AUDIT_FILE = 'edits.jsonl';

export function createEditor({ place, runs, log, now }: EditorParts): Editor {
  const staging = new StagingArea(place.stateDir, now);
  const writeDown = async (line: AuditLine): Promise<void> => {
    await mkdir(place.stateDir, { recursive: true });
    const text = JSON.stringify({ at: now().toISOString(), ...line });
    await appendFile(join(place.stateDir, AUDIT_FILE), `${text}\n`);
    log.info(line, 'document edited');
    runs.request();
  };
  return {
    staging,
    see: (file) => seeFile(place.seedsDir, file),
    changesOf: async (staged, document) =>
      compareDocuments(document, await readDocument(staging.pathOf(staged))),
    add: async (who, staged, { corrections, replaced }) => {
      const { file, digest, token } = staged;
      const bytes = await readFile(staging.pathOf(staged));
      const { id, ...seen } = replaced ?? { id: undefined };
      await addSeed(place, {
        file,
        bytes,
        corrections,
        ...('digest' in seen && { replaced: seen }),
        ...(id !== undefined && { id }),
      });
      await staging.discard(token);
      const action = replaced === undefined ? 'add' : 'replace';
      await writeDown({ who, action, file, digest, corrections, replaced });
    },
    correct: async (who, seen, corrections) => {
      await correctSeed(place, seen, corrections);
      await writeDown({ who, action: 'correct', file: seen.file, corrections });
    },
    remove: async (who, seen) => {
      const keptAt = await removeSeed(place, seen);
      await writeDown({ who, action: 'remove', ...seen, keptAt });
    },
    ingestState: () => runs.state,
    settled: () => runs.settled(),
  };
}
