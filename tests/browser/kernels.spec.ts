// The fused kernels on WebGL, in a real browser, against plain TensorFlow.js operations on the CPU backend.
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { bundle } from '../../src/bench/bundle.ts';
import type { Comparison } from './kernelsInPage.ts';

declare const compareKernels: () => Promise<Comparison>;

test('equal plain operations to 1e-3: values, gradients, gradients of gradients, optimisers, losses', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const content = await bundle(fileURLToPath(new URL('./kernelsInPage.ts', import.meta.url)));
  await page.goto('about:blank');
  await page.addScriptTag({ content, type: 'module' });
  await page.waitForFunction(() => 'compareKernels' in globalThis);
  const { backend, tfBackend, distances, tensorsLeft } = await page.evaluate(() => compareKernels());

  expect(tfBackend).toBe('webgl');
  expect(backend.backend).toBe('webgl');
  expect(backend.renderer, 'the renderer that WebGL names').toBeTruthy();
  test.info().annotations.push({ type: 'renderer', description: backend.renderer ?? '' });
  expect(Object.keys(distances).length).toBeGreaterThan(150);
  for (const [what, distance] of Object.entries(distances)) expect.soft(distance, what).toBeLessThan(1e-3);
  expect(tensorsLeft).toBe(0);
});
