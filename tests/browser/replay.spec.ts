// Steps that are replayed on WebGL, in a real browser: the bits of the tape, and nothing left behind.
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { bundle } from '../../src/bench/bundle.ts';
import type { Replayed } from './replayInPage.ts';

declare const compareReplay: () => Promise<Replayed>;

test('a replayed step on WebGL is the step that the tape takes', async ({ page }) => {
  test.setTimeout(240_000);
  const content = await bundle(fileURLToPath(new URL('./replayInPage.ts', import.meta.url)));
  await page.goto('about:blank');
  await page.addScriptTag({ content, type: 'module' });
  await page.waitForFunction(() => 'compareReplay' in globalThis);
  const { tfBackend, same, made, left, taped, replayed } = await page.evaluate(() => compareReplay());

  expect(tfBackend).toBe('webgl');
  expect(Object.keys(same).length).toBeGreaterThan(3);
  expect(Object.entries(same).filter(([, equal]) => !equal)).toEqual([]);
  expect(made).toBe(0);
  expect(left).toBe(0);
  const description = `${taped.toFixed(1)} ms on the tape, ${replayed.toFixed(1)} ms replayed`;
  test.info().annotations.push({ type: 'milliseconds a step', description });
});
