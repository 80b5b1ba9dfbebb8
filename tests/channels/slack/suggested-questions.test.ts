import { afterAll, beforeAll, expect, test } from 'vitest';
import { suggestedPrompts } from '../../../src/channels/slack/listeners/suggested-prompts.ts';
import { knownDocument } from '../../../src/channels/slack/render/known-document.ts';
import { readManifest } from '../../fakes/slack/fake-slack.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

let world: SlackWorld;
beforeAll(async () => {
  world = await openSlackWorld({ isAgent: true });
});
afterAll(() => world.close());

const expectAnswers = async (questions: readonly string[]): Promise<void> => {
  expect(questions.length).toBeGreaterThan(0);
  for (const question of questions) {
    const { outcome } = await world.app.ask(question);
    // Which documents there are is said of the program itself.
    expect(['answered', 'guide'], question).toContain(outcome);
  }
};

test('every question that the manifest suggests is answered', async () => {
  const { agent_view: view } = readManifest('manifest.agent').features;
  await expectAnswers((view?.suggested_prompts ?? []).map(({ message }) => message));
});

test('so is every question suggested in a conversation and in App Home', async () => {
  const { app } = world;
  await expectAnswers([
    ...suggestedPrompts(app).map(({ message }) => message),
    ...app.documents().flatMap(({ id }) => knownDocument(app.document(id)).examples),
  ]);
});
