// A process of the sweep: trains one job after another on the CPU backend.
import { certain } from '../certain.ts';
import type { Demo } from '../vocabulary/demo.ts';
import { variantOf } from '../vocabulary/variants.ts';
import { trainToVerdict } from '../gan/runs/trainUntilDecided.ts';
import { Diverged } from '../gan/training/diverged.ts';
import { useBackend } from '../gan/backend.ts';
import type { Job, Result } from '../recordings/sweepResults.ts';

await useBackend('cpu');

async function trained(job: Job, file: string): Promise<Result> {
  const started = performance.now();
  const seconds = () => Math.round(performance.now() - started) / 1000;
  const { default: demo } = (await import(file)) as { default: Demo };
  try {
    const [outcome] = await trainToVerdict(demo, [job.variant], { seed: job.seed });
    const { judgements } = certain(outcome, 'the outcome of a training');
    const verdicts = judgements.map(({ verdict }) => verdict);
    const heldAt = judgements.map(({ verdict, step }) => (verdict === 'holds' && step !== undefined ? step : null));
    return { ...job, verdicts, heldAt, seconds: seconds() };
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    // A run that diverges keeps none of its claims; any other failure says nothing about them.
    const claims = error instanceof Diverged ? variantOf(demo, job.variant).claims : [];
    return {
      ...job,
      verdicts: claims.map(() => 'broken'),
      heldAt: claims.map(() => null),
      seconds: seconds(),
      failed,
    };
  }
}

process.on('message', ({ job, file }: { job: Job; file: string }) => {
  void trained(job, file).then((result) => process.send?.(result));
});
process.send?.('ready');
