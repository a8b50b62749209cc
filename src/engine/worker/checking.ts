// Judges what comes over the wire before anything is trained: a plan or an experiment is right, or a sentence says what is wrong.
import type * as z from 'zod';
import { experimentSchema, type Experiment } from '../../vocabulary/experiment.ts';
import { planSchema, type Plan } from '../../vocabulary/plan.ts';

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
