import { loadavg } from 'node:os';
import { describeViolation } from '../../tests/fakes/slack/violations.ts';
import { type Session, type SessionOptions, withSession } from './session.ts';
import type { TransportKind } from './youju-process.ts';

/** With what was measured, and how busy the machine was before. */
export type Measured<Measurement> = Measurement & {
  readonly transport: TransportKind;
  readonly load: number;
};

type Choice = 'size' | 'redelivery' | 'isAgent' | 'ofTwoWorkspaces' | 'isLimited';

export interface Part<Measurement> extends Pick<SessionOptions, Choice> {
  readonly name: string;
  readonly transports: readonly TransportKind[];
  readonly rounds: number;
  readonly measure: (session: Session, transport: TransportKind) => Promise<Measurement>;
}

type Setting = Pick<SessionOptions, 'indexDir' | 'conversations' | 'folder'>;

/** Measures over each transport, each time in a session of its own. Throws where Youju broke a rule of Slack. */
export async function runPart<Measurement extends object>(
  { name, transports, rounds, measure, ...part }: Part<Measurement>,
  setting: Setting,
): Promise<Measured<Measurement>[]> {
  const measured: Measured<Measurement>[] = [];
  for (const transport of transports)
    for (let round = 1; round <= rounds; round += 1) {
      console.error(`${name} over ${transport}, round ${round} of ${rounds}`);
      const load = loadavg()[0] ?? 0;
      const measurement = await withSession({ ...setting, ...part, transport }, async (session) => {
        await warmUp(session);
        const found = await measure(session, transport);
        refuseViolations(session);
        return found;
      });
      measured.push({ ...measurement, transport, load });
    }
  return measured;
}

/** The first questions load dictionaries and compile code. */
const WARM_UP_QUESTIONS = 40;
const WARM_WITHIN_MS = 60_000;

async function warmUp({ asker, untilIdle }: Session): Promise<void> {
  for (let asked = 0; asked < WARM_UP_QUESTIONS; asked += 1) await asker.ask();
  await untilIdle(WARM_WITHIN_MS);
}

function refuseViolations({ slack: { violations } }: Session): void {
  if (violations.length === 0) return;
  const [first] = violations;
  const example = first ? describeViolation(first) : '';
  throw new Error(`${violations.length} rules of Slack were broken, first: ${example}`);
}
