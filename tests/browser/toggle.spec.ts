// The toggle and the other controls of the flagship demo, as article 5 tells the reader to use them, and by keyboard alone.
import { expect, test, type Locator } from '@playwright/test';
import { openDemo, untilDecided } from './demos.ts';

const step = async (demo: Locator) => Number(await demo.getAttribute('data-step'));

test('switching while it trains goes on from the weights as they are, and the samples set off', async ({ page }) => {
  const demo = await openDemo(page, 'saturation', { backend: 'cpu' });
  await demo.getByRole('button', { name: 'Train' }).click();
  await expect.poll(() => step(demo), { timeout: 120_000 }).toBeGreaterThan(150);
  const before = await step(demo);
  await demo.getByRole('radio', { name: 'Non-saturating' }).check();
  await expect(demo).toHaveAttribute('data-variant', 'nonSaturating');
  await expect.poll(() => step(demo), { timeout: 60_000 }).toBeGreaterThan(before);
  // The claims speak of runs from the start: after a switch they are not judged.
  expect(await demo.getAttribute('data-state')).toMatch(/training|paused/);
  await expect(demo).toContainText('Not judged');
  // It has arrived when it comes to its length.
  await expect.poll(() => step(demo), { timeout: 240_000 }).toBe(1000);
  await demo.getByText('Measurements as a table').click();
  const distance = await demo.locator('table').evaluate((table: HTMLTableElement) => {
    const column = [...(table.tHead?.rows[0]?.cells ?? [])].findIndex((cell) => /Wasserstein/.test(cell.innerText));
    const last = [...table.rows].at(-1);
    return Number(last?.cells[column]?.innerText);
  });
  expect(distance).toBeLessThan(0.5);
});

test('both side by side, from the same start: the claims of both hold', async ({ page }) => {
  const demo = await openDemo(page, 'saturation', { backend: 'cpu' });
  await demo.getByRole('radio', { name: 'Both, side by side' }).check();
  await expect(demo).toHaveAttribute('data-variant', 'saturating nonSaturating');
  await demo.getByRole('button', { name: 'Train' }).click();
  expect(await untilDecided(demo)).toBe('holds');
});

test('by keyboard alone: choose, step, train, pause, reset', async ({ page }) => {
  const demo = await openDemo(page, 'saturation', { backend: 'cpu' });
  await expect(demo.getByRole('button', { name: 'Train' })).toBeEnabled();
  await demo.getByRole('radio', { name: 'Saturating', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(demo).toHaveAttribute('data-variant', 'nonSaturating');
  await demo.getByRole('button', { name: 'Train' }).focus();
  await page.keyboard.press('Enter');
  await expect(demo).toHaveAttribute('data-state', 'training', { timeout: 60_000 });
  await expect(demo).toContainText(/D learns alone: step [\d,]+ of 1,000, mean logit on generated data −?\d/);
  await expect.poll(() => step(demo), { timeout: 120_000 }).toBeGreaterThan(20);
  await expect(demo.getByRole('button', { name: 'Pause' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(demo).toHaveAttribute('data-state', 'paused');
  // The last frame before the pause may still be on its way.
  await page.waitForTimeout(1500);
  const paused = await step(demo);
  await demo.getByRole('button', { name: 'Step', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => step(demo)).toBe(paused + 1);
  await demo.getByRole('button', { name: 'Reset' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => step(demo)).toBe(0);
});
