// Every demo: press Train, and the claims hold, for every variant, on the CPU and on WebGL. The badge that the reader sees is the assertion.
import { expect, test } from '@playwright/test';
import { allDemos, openDemo, untilDecided } from './demos.ts';

for (const [id, demo] of await allDemos()) {
  for (const variant of Object.keys(demo.variants)) {
    test(
      `${id}, ${variant}: what the article claims happens`,
      // Software WebGL would take minutes for a long one.
      { tag: demo.long ? '@cpu' : '@webgl' },
      async ({ page }, { project, annotations }) => {
        const backend = project.name;
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(error.message));
        page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));

        const root = await openDemo(page, id, { backend, variant });
        await expect(root).toHaveAttribute('data-variant', variant);
        const pressed = Date.now();
        await root.getByRole('button', { name: 'Train' }).click();
        const state = await untilDecided(root);
        const step = await root.getAttribute('data-step');
        annotations.push({
          type: 'measured',
          description: `${state} at step ${step}, ${(Date.now() - pressed) / 1000} s`,
        });

        expect(state, await root.innerText()).toBe('holds');
        await expect(root).toHaveAttribute('data-backend', backend);
        if (backend === 'webgl') await expect(root).toHaveAttribute('data-renderer', /ANGLE|WebGL|SwiftShader/);
        expect(errors).toEqual([]);
      },
    );
  }
}
