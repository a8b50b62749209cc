// Trains all variants of a demo for its recorded run, and keeps what the pictures and the page need of it.
import { certain } from '../certain.ts';
import type { Demo } from '../vocabulary/demo.ts';
import { experimentOf, variantOf } from '../vocabulary/variants.ts';
import { noiseFloor } from '../gan/metrics/noiseFloor.ts';
import { useBackend } from '../gan/backend.ts';
import { trainToVerdict } from '../gan/runs/trainUntilDecided.ts';
import { extend, lineOf, newTrace, type Floor, type Trace } from '../plots/trace.ts';

/** One trace a variant. */
export type Training = Record<string, Trace>;

/** Trains every variant on the CPU, as a page does there, with the demo's own seed, all to the same step, so that pictures side by side show the same moment. */
export async function train(demo: Demo): Promise<Training> {
  await useBackend('cpu');
  const names = Object.keys(demo.variants);
  const outcomes = await trainToVerdict(demo, names);
  const traces = outcomes.map(({ frame }, i): [string, Trace] => {
    const name = certain(names[i], 'the name of a trained variant');
    const { label, claims } = variantOf(demo, name);
    const experiment = experimentOf(demo, name);
    const trace = newTrace(label, experiment, claims, lineOf(experiment.objective), floorOf(demo, name));
    extend(trace, frame);
    return [name, trace];
  });
  return Object.fromEntries(traces);
}

/** What perfect samples score in the first claim's metric, for the one view that shows it: a hundred scores take seconds. */
function floorOf(demo: Demo, name: string): Floor | undefined {
  const metric = variantOf(demo, name).claims[0]?.metric;
  if (metric === undefined || !demo.shows.includes('metric')) return undefined;
  return noiseFloor(metric, experimentOf(demo, name).data);
}
