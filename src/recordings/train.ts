// Trains all variants of a demo for its recorded run, and keeps what the pictures and the page need of it.
import type { Demo } from '../vocabulary/demo.ts';
import type { Judgement } from '../vocabulary/judging.ts';
import { experimentOf } from '../vocabulary/variants.ts';
import { noiseFloor } from '../gan/metrics/noiseFloor.ts';
import { trainToVerdict } from '../gan/runs/verdict.ts';
import { extend, lineStylesOf, newTrace, type Floor, type Trace } from '../plots/trace.ts';

export interface RecordedVariant {
  /** One a claim, in the variant's order. */
  judgements: readonly Judgement[];
  trace: Trace;
}

export type Training = Record<string, RecordedVariant>;

/** Trains every variant on the CPU with the demo's own seed, all to the same step, so that pictures side by side show the same moment. */
export async function train(demo: Demo): Promise<Training> {
  const names = Object.keys(demo.variants);
  const outcomes = await trainToVerdict(demo, names);
  const recorded = outcomes.map(({ judgements, frame }, i): [string, RecordedVariant] => {
    const name = names[i] ?? '';
    const { label, claims } = demo.variants[name] ?? { label: name, claims: [] };
    const experiment = experimentOf(demo, name);
    const [line = 'solid'] = lineStylesOf([experiment.objective]);
    const trace = newTrace(label, experiment, claims, line, floorOf(demo, name));
    extend(trace, frame);
    return [name, { judgements, trace }];
  });
  return Object.fromEntries(recorded);
}

/** What perfect samples score in the first claim's metric, for the one view that shows it: a hundred scores take seconds. */
function floorOf(demo: Demo, name: string): Floor | undefined {
  const metric = demo.variants[name]?.claims[0]?.metric;
  if (metric === undefined || !demo.shows.includes('metric')) return undefined;
  return noiseFloor(metric, experimentOf(demo, name).data);
}
