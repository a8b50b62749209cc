// What to train of an experiment: what to measure, how often, and where the run ends by itself. One plan for trainer, wire, build and sweep.
import * as z from 'zod';
import { count } from './bounded.ts';
import { experimentSchema } from './experiment.ts';
import { metricNames } from './metrics.ts';

export const planSchema = z.strictObject({
  experiment: experimentSchema,
  metrics: z.array(z.enum(metricNames)),
  /** Metrics are measured at step 0 and at every multiple of this. */
  every: count(1000),
  /** Training pauses by itself at this step. */
  length: count(100_000),
  /** No more steps a second than this, so that a reader can watch and step in; as many as the device can if left out. */
  stepsPerSecond: z.number().positive().max(100_000).exactOptional(),
  /** Whether frames show where G's objective pushes its samples. */
  pull: z.boolean(),
});

export type Plan = z.infer<typeof planSchema>;
