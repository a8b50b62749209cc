// Sliders and single moves, as an article tells the reader to use them, by keyboard: the run goes on, and the figure says that its claims are not judged.
import { expect, test, type Locator } from '@playwright/test';
import { openDemo } from './demos.ts';

const step = async (demo: Locator) => Number(await demo.getAttribute('data-step'));

test('a slider moved by keyboard while it trains changes the run on its way; put back and reset, it is judged again', async ({
  page,
}) => {
  const demo = await openDemo(page, 'perfect-discriminator', { backend: 'cpu' });
  const slider = demo.getByRole('slider', { name: 'Mean of q' });
  await expect(slider).toBeEnabled();
  const own = await slider.inputValue();
  await demo.getByRole('button', { name: 'Train' }).click();
  await expect.poll(() => step(demo), { timeout: 120_000 }).toBeGreaterThan(5);
  const before = await step(demo);
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const moved = String(Number(own) + 2 * Number(await slider.getAttribute('step')));
  await expect(slider).toHaveValue(moved);
  await expect(slider).toHaveAttribute('aria-valuetext', moved);
  await expect(demo).toContainText('a slider stands elsewhere');
  // The generated density has moved with it: the picture's words say where it is.
  await expect(demo.locator('.demo-panel p').first()).toContainText(/Generated samples lie around 2\.[45]/, {
    timeout: 30_000,
  });
  await expect(demo).toContainText('Not judged');
  await expect.poll(() => step(demo), { timeout: 60_000 }).toBeGreaterThan(before + 5);
  expect(await demo.getAttribute('data-state')).toMatch(/training|paused/);
  await expect(demo).not.toContainText('cannot change');

  await demo.getByRole('button', { name: 'Put back' }).click();
  await expect(slider).toHaveValue(own);
  await expect(demo).toContainText('this one was changed on its way');
  await demo.getByRole('button', { name: 'Reset' }).click();
  await expect(demo).toContainText('What is claimed of this run');
});

test('the link carries the sliders, and a place that a slider does not have is told', async ({ page }) => {
  const demo = await openDemo(page, 'perfect-discriminator', { backend: 'cpu', generatedMean: '1000' });
  await expect(demo.getByRole('note')).toContainText('“1000” is no place of the slider');
  const slider = demo.getByRole('slider', { name: 'Mean of q' });
  const last = await slider.getAttribute('max');
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveValue(last ?? '');
  // Without a clipboard the figure prints the link.
  await page.evaluate(() => {
    const clipboard = { writeText: () => Promise.reject(new Error('refused')) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard });
  });
  await demo.getByRole('button', { name: 'Copy link' }).click();
  await expect(demo).toContainText(`generatedMean=${last}`);
  const again = await openDemo(page, 'perfect-discriminator', { generatedMean: last ?? '' });
  await expect(again.getByRole('slider', { name: 'Mean of q' })).toHaveValue(last ?? '');
  await expect(again.getByRole('note')).toHaveCount(0);
});

test('Step D and Step G move one player and count as no step', async ({ page }) => {
  const demo = await openDemo(page, 'two-players-1d', { backend: 'cpu' });
  await demo.getByRole('button', { name: 'Step', exact: true }).click();
  await expect.poll(() => step(demo), { timeout: 60_000 }).toBe(1);
  const words = demo.locator('.demo-panel p').first();
  const summary = await words.innerText();
  const moveG = demo.getByRole('button', { name: 'Step G' });
  await moveG.focus();
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('Enter');
  await expect(demo).toContainText('G moved once, alone');
  await expect(demo).toContainText('Not judged');
  await demo.getByRole('button', { name: 'Step D' }).click();
  await expect(demo).toContainText('D moved once, alone');
  expect(await step(demo)).toBe(1);
  // The samples have moved all the same: the picture's words say so.
  await expect.poll(() => words.innerText(), { timeout: 30_000 }).not.toBe(summary);
  await demo.getByRole('button', { name: 'Step', exact: true }).click();
  await expect.poll(() => step(demo)).toBe(2);
});
