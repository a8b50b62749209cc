// `npm test`: installs what is missing, runs every check, and ends with one line that sums up all runners.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { coverageTable } from './coverage.mjs';
import { environment, findBrowser, installPackages, root, run } from './ground.mjs';

const total = { passed: 0, failed: 0 };
const failures = [];
const reports = join(root, '.cache', 'test-reports');

/** Counts a whole command as one check. */
async function check(command, ...args) {
  if ((await run(command, args, { long: true })) === 0) total.passed += 1;
  else {
    total.failed += 1;
    failures.push([command, ...args].join(' '));
  }
}

/** Runs a test runner that writes a JSON report, and adds up what it counted. A runner that fails without a failed test counts as one. */
async function count(name, command, args, extra, read) {
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const status = await run(command, args(report), { env: { ...environment, ...extra(report) } });
  let counted = { passed: 0, failed: 0 };
  try {
    counted = read(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    console.error(`${name} left no report.`);
  }
  if ((status !== 0 && counted.failed === 0) || counted.passed + counted.failed === 0) counted.failed += 1;
  if (counted.failed > 0) failures.push(`${name}: ${counted.failed} failed`);
  total.passed += counted.passed;
  total.failed += counted.failed;
}

const none = () => ({});
const playwright = (name, browser, ...args) =>
  count(
    name,
    'playwright',
    () => ['test', '--config', 'tests/browser/playwright.config.ts', '--reporter', 'list,json', ...args],
    (report) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: report, SADDLEPOINT_BROWSER: browser }),
    ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped }),
  );

await installPackages();
const browser = await findBrowser();
mkdirSync(reports, { recursive: true });
const started = Date.now();

await check('astro', 'check');
await check('eslint', '.');
await check('depcruise', 'src', 'content/demos', 'tests');
await check('knip', '--no-progress');
await check('prettier', '--check', '.');
await check('cspell', '--no-progress', '--dot', 'content/**/*.{mdx,ts}', 'README.md');
await count(
  'vitest',
  'vitest',
  (report) => [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--coverage',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  none,
  ({ numPassedTests, numTotalTests }) => ({ passed: numPassedTests, failed: numTotalTests - numPassedTests }),
);
await check('astro', 'build');
await playwright('pages', browser, '--project=pages', '--project=cpu');
// Two pages of software WebGL at most: more slow each other down several times.
await playwright('webgl', browser, '--project=webgl', '--workers=2');
// Measurements of time, and faults of WebGL: nothing else may run beside them.
await playwright('alone', browser, '--project=alone', '--workers=1');

console.log(`\n${coverageTable()}`);
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`);
console.log(`\nAll checks took ${Math.round((Date.now() - started) / 1000)} s.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
