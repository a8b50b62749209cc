// How the two players learn: what is added to their losses, how they descend them, and who moves when.
import * as z from 'zod';
import { kind, nonNegative, positive, share } from './bounded.ts';

export const penaltySchema = z.discriminatedUnion('kind', [
  kind('r1', { weight: positive }),
  kind('r2', { weight: positive }),
  /** WGAN-GP: weight × E (‖∇ₓ l‖ − target)² on segments between real and generated samples. */
  kind('gradientPenalty', { weight: positive, target: nonNegative.default(1) }),
  kind('weightClipping', { limit: positive }),
  /** Consensus optimisation (Mescheder, Nowozin, Geiger 2017): weight × ½‖v‖² descended by both players. */
  kind('consensus', { weight: positive }),
]);

const rate = z.number().positive().max(10);
export const optimiserSchema = z.discriminatedUnion('kind', [
  kind('sgd', { rate }),
  kind('momentum', { rate, momentum: share }),
  kind('adam', { rate, beta1: share, beta2: share, epsilon: z.number().positive().max(1) }),
]);

/**
 * Who moves when. `warmup` steps of D alone come first and are not counted as steps. Then every step is
 * `discriminatorSteps` updates of D and `generatorSteps` of G, in the given order, or both from the old state.
 */
export const scheduleSchema = z.strictObject({
  warmup: z.int().nonnegative().max(100_000).default(0),
  discriminatorSteps: z.int().nonnegative().max(100).default(1),
  generatorSteps: z.int().nonnegative().max(100).default(1),
  order: z.enum(['discriminatorFirst', 'generatorFirst', 'simultaneous']).default('discriminatorFirst'),
  /** Learning rates fall linearly from full at step `from` to `to` (a share of the full rate) at step `until`. */
  decay: z
    .strictObject({ from: z.int().nonnegative(), until: z.int().positive(), to: z.number().min(0).max(1) })
    .refine((decay) => decay.until > decay.from, { error: '`until` must come after `from`', path: ['until'] })
    .optional(),
});

export type Penalty = z.infer<typeof penaltySchema>;
export type OptimiserSpec = z.infer<typeof optimiserSchema>;
export type Schedule = z.infer<typeof scheduleSchema>;

/** The two players of the game. */
export type Player = 'discriminator' | 'generator';
