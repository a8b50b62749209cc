// What a claim is: what the article says a run shows, as a metric, one bound, and when it is judged.
import * as z from 'zod';
import { metricNames } from './metrics.ts';

export const claimSchema = z
  .strictObject({
    says: z.string().min(10).max(240),
    metric: z.enum(metricNames),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    /** Judged at every measurement up to this step: it is enough to reach the bound once. */
    by: z.int().nonnegative().max(1e6).optional(),
    /** Judged at this step alone. */
    at: z.int().nonnegative().max(1e6).optional(),
  })
  .refine((claim) => (claim.atLeast === undefined) !== (claim.atMost === undefined), {
    error: 'a claim needs exactly one bound: `atLeast` or `atMost`',
    path: ['atLeast'],
  })
  .refine((claim) => (claim.by === undefined) !== (claim.at === undefined), {
    error: 'a claim needs exactly one time: `by` or `at`',
    path: ['at'],
  })
  .refine((claim) => claim.atMost === undefined || claim.by === undefined, {
    error: '`atMost` with `by` would hold on an untrained network: use `at`',
    path: ['by'],
  });

export type Claim = z.infer<typeof claimSchema>;
