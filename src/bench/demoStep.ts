// A step of a demo as its page takes it: the trainer itself, penalties, averages, batches and random numbers included.
import gridOf25 from '../../content/demos/grid-of-25.ts';
import drawnCats from '../../content/demos/drawn-cats.ts';
import ringOfEight from '../../content/demos/ring-of-eight.ts';
import { experimentOf } from '../vocabulary/variants.ts';
import type { StepWay } from '../gan/replay/recordedSteps.ts';
import type { Demo } from '../vocabulary/demo.ts';
import { createTrainer } from '../gan/runs/trainer.ts';
import { joined, type Contender } from './games.ts';

export const demos: Readonly<Record<string, Demo>> = {
  'ring-of-eight': ringOfEight,
  'grid-of-25': gridOf25,
  'drawn-cats': drawnCats,
};

export function demoContender(demo: Demo, way: StepWay): Contender {
  let operations = 0;
  const trainer = createTrainer(experimentOf(demo, demo.initial), { way, recorded: (count) => (operations += count) });
  return {
    step: () => trainer.advance(),
    operations: () => operations,
    async weights() {
      const { generator, discriminator } = await trainer.snapshot();
      return joined([...generator.weights, ...discriminator.weights]);
    },
    dispose: () => trainer.dispose(),
  };
}
