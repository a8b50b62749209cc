// The page stays responsive while it trains: frames a second, long tasks, and the time from Train to the first drawn frame, measured and reported.
// The goals are 55 frames a second and a first frame within 0.5 s (CPU) or 3 s (software WebGL). Where the browser composites in software on the
// cores that train, frames and times depend on the machine's load, so they are held here to bounds that only a blocked page misses; that no
// task of the page takes over 100 ms is held to the letter.
import { expect, test } from '@playwright/test';
import { openDemo } from './demos.ts';

for (const backend of ['cpu', 'webgl'] as const) {
  test(
    `${backend}: frames go on, no task over 100 ms, a first frame soon`,
    { tag: '@alone' },
    async ({ page }, { annotations }) => {
      const demo = await openDemo(page, 'saturation', { backend });
      await expect(demo.getByRole('button', { name: 'Train' })).toBeEnabled();
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
      expect(pressed).toBeLessThan(10_000);
      expect(frames).toBeGreaterThanOrEqual(3);
      expect(longest).toBeLessThanOrEqual(100);
    },
  );
}
