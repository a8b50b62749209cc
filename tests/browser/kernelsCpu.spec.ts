// The CPU path in a real browser: the bits of Node in every demo, and loops where WebAssembly is forbidden.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { bundle } from '../../src/bench/bundle.ts';
import type { BackendInUse } from '../../src/gan/backend.ts';
import type { Fingerprints } from './fingerprints.ts';

declare const fingerprintsOfDemos: (steps: number) => Promise<Fingerprints>;
declare const arithmetic: () => Promise<BackendInUse>;

const at = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const STEPS = 200;

/** A page with nothing but the trainer in it, under a policy if one is given. */
async function open(page: Page, policy?: string): Promise<void> {
  const script = await bundle(at('./fingerprintsInPage.ts'));
  await page.route('**/trainer.*', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({
          contentType: 'text/html',
          body: '<script type="module" src="/trainer.js"></script>',
          headers: policy === undefined ? {} : { 'content-security-policy': policy },
        }),
  );
  await page.goto('/trainer.html');
  await page.waitForFunction(() => 'fingerprintsOfDemos' in globalThis);
}

test("every demo's default variant has the same weights, bit for bit, after 200 steps in Node and here", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const node = promisify(execFile)(process.execPath, [at('./fingerprintsInNode.ts'), String(STEPS)]);
  await open(page);
  const here = await page.evaluate((steps) => fingerprintsOfDemos(steps), STEPS);
  const there = JSON.parse((await node).stdout) as Fingerprints;
  expect(here.arithmetic).toBe('simd');
  expect(Object.keys(here.hashes).length).toBeGreaterThan(15);
  expect(here).toEqual(there);
});

test('a policy without wasm-unsafe-eval leaves the loops, and says why', async ({ page }) => {
  await open(page, "script-src 'self'");
  const backend = await page.evaluate(() => arithmetic());
  expect(backend).toMatchObject({ backend: 'cpu', arithmetic: 'loops' });
  expect(backend.missing).toMatch(/wasm|WebAssembly|Content Security Policy/i);
});
