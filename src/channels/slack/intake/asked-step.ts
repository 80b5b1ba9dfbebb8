import { z } from 'zod';
import { ASK_STEP } from '../listeners/names.ts';
import { plainQuestion } from './plain-question.ts';
import { authorOf, type Question } from './question.ts';

const bodySchema = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event: z.object({
    type: z.literal('function_executed'),
    function: z.object({ callback_id: z.literal(ASK_STEP) }),
    function_execution_id: z.string(),
    // What is no text asks nothing, and is answered so.
    inputs: z.object({ question: z.string().catch('') }),
  }),
});

/** A workflow tells neither who started it nor where. */
const WORKFLOW = 'workflow';

/** The question in the body of an event that runs our workflow step; undefined for any other. */
export function askedStep(body: unknown): Question | undefined {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { team_id: teamId, event } = parsed.data;
  return {
    key: stepKey(teamId, event.function_execution_id),
    messageKey: null,
    surface: 'step',
    author: authorOf({ teamId, userId: WORKFLOW }),
    teamId,
    userId: WORKFLOW,
    userTeamId: teamId,
    channelId: WORKFLOW,
    messageTs: null,
    threadTs: null,
    conversation: null,
    text: plainQuestion(event.inputs.question),
  };
}

const stepKey = (teamId: string, executionId: string): string => `${teamId}:${executionId}`;

/** Which run of the step a question came from. */
export const executionOf = ({ key, teamId }: Pick<Question, 'key' | 'teamId'>): string =>
  key.slice(stepKey(teamId, '').length);
