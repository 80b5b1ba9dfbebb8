import { afterEach, beforeEach, describe } from 'vitest';
import { type FakeSlack, readManifest, startFakeSlack } from './fake-slack.ts';
import { createMinimalApp, type MinimalApp, type TransportName } from './minimal-app.ts';

/** A fake Slack and a real Bolt app that runs against it; new for each test. */
export interface Both {
  readonly transport: TransportName;
  slack: FakeSlack;
  bolt: MinimalApp;
}

/** The same tests with Socket Mode and with signed requests, for an app that is an agent. */
export function describeOverBoth(name: string, tests: (both: Both) => void): void {
  describe.each(['socket', 'http'] as const)(`${name} over %s`, (transport) => {
    // Both are there before any test runs.
    const both = { transport } as Both;

    beforeEach(async () => {
      both.slack = await startFakeSlack({ transport, manifest: readManifest('manifest.agent') });
      both.bolt = createMinimalApp(both.slack, transport);
      await both.bolt.start();
    });

    afterEach(async () => {
      await both.bolt.stop();
      await both.slack.close();
    });

    tests(both);
  });
}
