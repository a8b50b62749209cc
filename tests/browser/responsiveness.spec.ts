// The page stays responsive while it trains: frames a second, long tasks, and the time from Train to the first drawn frame, measured and reported.
import { expect, test } from '@playwright/test';
import { openDemo } from './demos.ts';

for (const [backend, first] of [
  ['cpu', 500],
  ['webgl', 3000],
] as const) {
  test(
    `${backend}: 55 frames a second, no task over 100 ms, first frame in time`,
    { tag: '@alone' },
    async ({ page }, { annotations }) => {
      const demo = await openDemo(page, 'saturation', { backend });
      const pressed = await demo.evaluate((root) => {
        const button = [...root.querySelectorAll('button')].find((b) => b.textContent?.includes('Train'));
        const before = performance.now();
        return new Promise<number>((done) => {
          new MutationObserver(() => {
            if (root.dataset['state'] !== 'idle' && root.dataset['state'] !== 'starting')
              done(performance.now() - before);
          }).observe(root, { attributes: true, attributeFilter: ['data-state'] });
          button?.click();
        });
      });
      const { frames, longest } = await page.evaluate(
        () =>
          new Promise<{ frames: number; longest: number }>((done) => {
            let longest = 0;
            new PerformanceObserver((list) => {
              for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
            }).observe({ type: 'longtask' });
            const start = performance.now();
            let frames = 0;
            const count = (now: number) => {
              frames += 1;
              if (now - start < 5000) requestAnimationFrame(count);
              else done({ frames: (1000 * frames) / (now - start), longest });
            };
            requestAnimationFrame(count);
          }),
      );
      await expect(demo).toHaveAttribute('data-backend', backend);
      const measured = `first frame after ${Math.round(pressed)} ms, ${frames.toFixed(1)} frames a second, longest task ${Math.round(longest)} ms`;
      annotations.push({ type: 'measured', description: measured });
      console.log(`${backend}: ${measured}`);
      expect(pressed).toBeLessThan(first);
      expect(frames).toBeGreaterThanOrEqual(55);
      expect(longest).toBeLessThanOrEqual(100);
    },
  );
}
