// What can go wrong at read time, and what the reader then sees: a visible note and the default, a restart, or a reason. Nothing is thrown.
import { expect, test, type Page } from '@playwright/test';
import { openDemo, untilDecided } from './demos.ts';

const watched = (page: Page): string[] => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return errors;
};

for (const [name, value] of [
  ['seed', 'abc'],
  ['seed', '-1'],
  ['seed', '1e99'],
  ['backend', 'quantum'],
  ['variant', 'imaginary'],
] as const) {
  test(`?${name}=${value}: one visible note, and the default`, async ({ page }) => {
    const errors = watched(page);
    const demo = await openDemo(page, 'saturation', { [name]: value });
    const note = demo.getByRole('note').filter({ hasText: value });
    await expect(note).toHaveCount(1);
    await expect(note).toBeVisible();
    await expect(demo).toHaveAttribute('data-variant', 'saturating');
    expect(errors).toEqual([]);
  });
}

test('a good query gives no note', async ({ page }) => {
  const demo = await openDemo(page, 'saturation', { seed: '7', backend: 'cpu', variant: 'nonSaturating' });
  await expect(demo).toHaveAttribute('data-variant', 'nonSaturating');
  await expect(demo.getByRole('note')).toHaveCount(0);
});

test('with WebGL drawn in software, the default backend is the CPU', async ({ page }) => {
  const demo = await openDemo(page, 'saturation');
  await demo.getByRole('button', { name: 'Train' }).click();
  await expect(demo).toHaveAttribute('data-state', /training|holds/, { timeout: 60_000 });
  await expect(demo).toHaveAttribute('data-backend', 'cpu');
});

test('WebGL wished for and missing: the CPU, with a note that says so', async ({ page }) => {
  await page.addInitScript(() => {
    const Original = Worker;
    window.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        const blind = `OffscreenCanvas.prototype.getContext = () => null; import(${JSON.stringify(String(url))});`;
        super(URL.createObjectURL(new Blob([blind], { type: 'text/javascript' })), options);
      }
    };
  });
  const errors = watched(page);
  const demo = await openDemo(page, 'saturation', { backend: 'webgl' });
  await demo.getByRole('button', { name: 'Train' }).click();
  await expect(demo).toHaveAttribute('data-state', /training|holds/, { timeout: 60_000 });
  await expect(demo).toHaveAttribute('data-backend', 'cpu');
  await expect(demo.getByRole('note')).toContainText(/WebGL/);
  expect(errors).toEqual([]);
});

test(
  'a lost WebGL context: training goes on in a new engine, from where it was',
  { tag: '@alone' },
  async ({ page }) => {
    await page.route(/worker.*\.js/, async (route) => {
      const response = await route.fetch();
      const trap = `if (!self.name.includes('second')) {
      const original = OffscreenCanvas.prototype.getContext;
      const kept = (self.kept = []);
      OffscreenCanvas.prototype.getContext = function (...args) {
        const context = original.apply(this, args);
        if (context && !kept.includes(context)) kept.push(context);
        return context;
      };
      new BroadcastChannel('lose').onmessage = () => kept.forEach((c) => c.getExtension('WEBGL_lose_context')?.loseContext());
    }\n`;
      await route.fulfill({ response, body: trap + (await response.text()) });
    });
    const demo = await openDemo(page, 'saturation', { backend: 'webgl' });
    await demo.getByRole('button', { name: 'Train' }).click();
    await expect
      .poll(async () => Number(await demo.getAttribute('data-step')), { timeout: 240_000 })
      .toBeGreaterThan(5);
    await page.evaluate(() => new BroadcastChannel('lose').postMessage('now'));
    const before = Number(await demo.getAttribute('data-step'));
    await expect
      .poll(async () => Number(await demo.getAttribute('data-step')), { timeout: 120_000 })
      .toBeGreaterThan(before + 5);
    expect(await untilDecided(demo)).toBe('holds');
    await expect(demo).toHaveAttribute('data-backend', 'webgl');
  },
);

test('a demo out of sight or in a hidden tab stands still, and goes on when seen again', async ({ page }) => {
  const demo = await openDemo(page, 'saturation', { backend: 'cpu', variant: 'nonSaturating' });
  await demo.getByRole('button', { name: 'Train' }).click();
  await expect(demo).toHaveAttribute('data-state', 'training', { timeout: 60_000 });
  const hide = (state: 'hidden' | 'visible') =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  const shown = () => demo.evaluate((root) => `${root.dataset['step']} ${root.textContent}`);
  await hide('hidden');
  await page.waitForTimeout(1000);
  const before = await shown();
  await page.waitForTimeout(1500);
  expect(await shown()).toBe(before);
  await hide('visible');
  expect(await untilDecided(demo)).toBe('holds');
});
