import { accessSync, constants } from 'node:fs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where a browser is; undefined where there is none. `CHROMIUM_PATH` names another one; with `REQUIRE_BROWSER` set
 * there must be one.
 */
export function findChromium(): string | undefined {
  const places = [process.env.CHROMIUM_PATH ?? [], USUAL_PLACES].flat();
  const found = places.find(isExecutable);
  if (found === undefined && process.env.REQUIRE_BROWSER)
    throw new Error(`no Chromium at ${places.join(', ')}`);
  return found;
}
