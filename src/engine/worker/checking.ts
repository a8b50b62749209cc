// Judges what comes over the wire before anything is trained: a plan or an experiment is right, or a sentence says what is wrong.
import * as z from 'zod';
import { experimentSchema, metricNames, type Experiment } from '../../vocabulary/experiment.ts';
import type { Plan } from '../protocol.ts';

const planSchema = z.strictObject({
  experiment: experimentSchema,
  metrics: z.array(z.enum(metricNames)),
  every: z.int().positive().max(1000),
  length: z.int().positive().max(100_000),
  pull: z.boolean().exactOptional(),
});

/** @throws Error whose message lists every fault with the path to its field */
export const checkedPlan = (plan: unknown): Plan => checked(planSchema, plan, 'The plan of this run');

/** @throws Error whose message lists every fault with the path to its field */
export const checkedExperiment = (experiment: unknown): Experiment =>
  checked(experimentSchema, experiment, 'The experiment');

function checked<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
  throw new Error(`${what} is not right: ${faults.join('; ')}.`);
}
