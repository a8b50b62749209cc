// Every page of the site as a reader meets it: no error, no foreign request, accessible in both themes, fits a phone, readable without JavaScript.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { readdirSync } from 'node:fs';

const dist = new URL('../../dist/', import.meta.url);
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind'))
  .map((file) => `/${file.replace(/index\.html$/, '')}`)
  // `/` only leads to the first language.
  .filter((path) => path !== '/');

test('the site has its pages', () => {
  expect(pages).toEqual(expect.arrayContaining(['/en/', '/404.html', '/demos/saturation/']));
});

test('/ leads to the first language', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/en\/$/);
});

for (const path of pages) {
  test(`${path}: no error, no foreign request, little JavaScript, no formula cut`, async ({ page, baseURL }, {
    annotations,
  }) => {
    const errors: string[] = [];
    const foreign: string[] = [];
    let scripts = 0;
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && errors.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) foreign.push(request.url());
    });
    page.on('response', async (response) => {
      if (response.request().resourceType() !== 'script') return;
      scripts += await gzipped(await response.body());
    });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    for (const demo of await page.locator('[data-demo]').all()) await demo.scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    // A formula too long for the column wants `aligned`; only on a phone may it have to be scrolled.
    const cut = await page
      .locator('.equation-scroll')
      .evaluateAll((all) => all.flatMap((each) => (each.scrollWidth > each.clientWidth + 1 ? [each.ariaLabel] : [])));
    expect(cut, 'formulas wider than the column').toEqual([]);
    annotations.push({
      type: 'measured',
      description: `${scripts} bytes of gzipped JavaScript before anything is pressed`,
    });
    expect(scripts, 'gzipped JavaScript before anything is pressed').toBeLessThanOrEqual(40_000);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path}: accessible, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 200))])).toEqual([]);
    });
  }

  for (const width of [390, 768]) {
    test(`${path}: fits at ${width} px, and its pictures keep their shape`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBe(0);
      const pictures = await page.locator('.demo-panel img:visible').all();
      expect(pictures.length, 'one picture a panel').toBe(await page.locator('.demo-panel').count());
      for (const picture of pictures) {
        await picture.scrollIntoViewIfNeeded();
        const stretched = await picture.evaluate(async (img: HTMLImageElement) => {
          await img.decode();
          return (img.clientWidth / img.clientHeight) * (img.naturalHeight / img.naturalWidth);
        });
        expect(stretched, (await picture.getAttribute('src')) ?? '').toBeCloseTo(1, 1);
      }
    });
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const path of pages) {
    test(`${path}: readable`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('h1')).toBeVisible();
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(80);
      for (const demo of await page.locator('[data-demo]').all()) {
        const picture = demo.locator('img:visible').first();
        await expect(picture).toBeVisible();
        expect(await picture.getAttribute('alt')).toMatch(/\w{3}/);
        await expect(demo).toContainText(/recorded run/i);
        await expect(demo.getByRole('button', { name: 'Train' })).toHaveCount(0);
      }
    });
  }
});

async function gzipped(body: Buffer): Promise<number> {
  const stream = new Blob([new Uint8Array(body)]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(stream).arrayBuffer()).byteLength;
}
