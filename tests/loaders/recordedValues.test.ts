// Numbers of the recorded runs and of the sweep in the prose: where there is none, the author is told what there is.
import { expect, test } from 'vitest';
import { demoNamed } from '../../src/loaders/demos.ts';
import { keptSeeds, recordedValue } from '../../src/loaders/recordedValues.ts';

test('an unknown demo or variant: what there is', async () => {
  const wanted = { demo: 'nowhere', metric: 'wasserstein1', at: 0 };
  await expect(async () => recordedValue(wanted)).rejects.toThrow(
    /<Measured demo="nowhere"> names no file .*Known: .*saturation/,
  );
  await expect(recordedValue({ ...wanted, demo: 'saturation', variant: 'best' })).rejects.toThrow(
    /no such variant. Known: saturating, nonSaturating/,
  );
  await expect(keptSeeds('saturation', 'best')).rejects.toThrow(/no such variant/);
  const place = 'content/articles/en/tried.mdx:12';
  await expect(recordedValue({ ...wanted, demo: 'saturation', variant: 'best', place })).rejects.toThrow(
    `${place}: <Measured demo=`,
  );
  await expect(keptSeeds('saturation', 'best', place)).rejects.toThrow(`${place}: <Kept demo=`);
});

test('seeds kept: those of the claim that the fewest keep; the sweep’s own rows', async () => {
  const { demo } = await demoNamed('saturation');
  const { kept, of } = await keptSeeds('saturation', demo.initial);
  expect(of).toBeGreaterThan(1);
  expect(kept).toBeLessThanOrEqual(of);
});
