// A process of the sweep: trains one job after another on the CPU backend.
import type { Demo } from '../vocabulary/demo.ts';
import { trainToVerdict } from '../gan/runs/verdict.ts';
import { Diverged } from '../gan/training/diverged.ts';
import { useBackend } from '../gan/tensorflow.ts';
import type { Job, Result } from './sweepResults.ts';

await useBackend('cpu');

process.on('message', async ({ job, file }: { job: Job; file: string }) => {
  const started = performance.now();
  const seconds = () => Math.round(performance.now() - started) / 1000;
  const { default: demo } = (await import(file)) as { default: Demo };
  let result: Result;
  try {
    const [{ judgements } = { judgements: [] }] = await trainToVerdict(demo, [job.variant], { seed: job.seed });
    const verdicts = judgements.map(({ verdict }) => verdict);
    const heldAt = judgements.map(({ verdict, step }) => (verdict === 'holds' && step !== undefined ? step : null));
    result = { ...job, verdicts, heldAt, seconds: seconds() };
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    // A run that diverges keeps none of its claims; any other failure says nothing about them.
    const claims = error instanceof Diverged ? (demo.variants[job.variant]?.claims ?? []) : [];
    result = {
      ...job,
      verdicts: claims.map(() => 'broken'),
      heldAt: claims.map(() => null),
      seconds: seconds(),
      failed,
    };
  }
  process.send?.(result);
});
process.send?.('ready');
