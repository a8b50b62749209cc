// What the CPU computes with, said in the status line's title: vectors, or loops where a policy forbids WebAssembly. The claim holds in both.
import { expect, test } from '@playwright/test';
import { openDemo, untilDecided } from './demos.ts';

const DEMO = 'saturation';

test('in 128-bit vectors where nothing forbids them', async ({ page }) => {
  const demo = await openDemo(page, DEMO, { backend: 'cpu' });
  await demo.getByRole('button', { name: 'Train' }).click();
  await expect(demo.getByRole('status')).toHaveAttribute('title', /128-bit vectors\.$/);
  expect(await untilDecided(demo)).toBe('holds');
});

test('in plain loops under a policy without wasm-unsafe-eval, and the title says why', async ({ page }) => {
  // A worker has the policy of its own script, so every answer carries it.
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const policy = "script-src 'self' 'unsafe-inline'";
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  const demo = await openDemo(page, DEMO, { backend: 'cpu' });
  await demo.getByRole('button', { name: 'Train' }).click();
  const title = /plain loops, because .*(WebAssembly|Content Security Policy|unsafe-eval)/i;
  await expect(demo.getByRole('status')).toHaveAttribute('title', title);
  expect(await untilDecided(demo)).toBe('holds');
});
