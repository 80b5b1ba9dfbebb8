import { defineConfig } from 'vitest/config';

const EVERY_TEST = ['tests/**/*.test.ts', 'tests/**/*.test.tsx'];
const BROWSER_TESTS = 'tests/browser/**';
/** A process can hold one dictionary of words. Tests that load another one than that of the seeds are named so. */
const OWN_PROCESS = 'tests/**/*.alone.test.ts';

export default defineConfig({
  test: {
    globalSetup: ['tests/global-setup.ts'],
    // Vitest would leave a core idle; of two that is half of the machine.
    maxWorkers: '100%',
    // What is waited for comes when it comes, on a slow machine too: only a test that fails waits so long.
    testTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: EVERY_TEST,
          exclude: [BROWSER_TESTS, OWN_PROCESS],
          // Loading the code and the dictionary anew for each file takes as long as the tests.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: [OWN_PROCESS] } },
      { extends: true, test: { name: 'browser', include: [`${BROWSER_TESTS}/*.test.ts`] } },
    ],
  },
});
