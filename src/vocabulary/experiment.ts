// What an experiment is: plain data that determines a training run, and what must hold between its parts.
// No TensorFlow.js anywhere in the vocabulary: the build, the page, the worker, the tests and every demo file load it as it is.
import * as z from 'zod';
import { count, positive, share } from './bounded.ts';
import { dataSchema, sampleShape } from './data.ts';
import { optimiserSchema, penaltySchema, scheduleSchema } from './learning.ts';
import { misfitOfNetwork, networkSchema } from './network.ts';
import { factsOf, objectiveNames } from './objectives.ts';

/** The fields of an experiment that a variant of a demo may change. */
export const experimentFields = {
  data: dataSchema,
  latent: count(64),
  generator: networkSchema,
  discriminator: networkSchema,
  objective: z.enum(objectiveNames),
  /** One-sided label smoothing (Salimans et al. 2016): the label that real data gets, 1 for none. */
  realLabel: z.number().gt(0.5).max(1),
  /** Instance noise (Sønderby et al. 2016): N(0, sd²) added to all that D sees, fading linearly to 0 at step `until`. */
  instanceNoise: z.strictObject({ sd: positive, until: z.int().positive().optional() }).optional(),
  penalties: z.array(penaltySchema).max(5),
  optimisers: z.strictObject({ generator: optimiserSchema, discriminator: optimiserSchema }),
  schedule: scheduleSchema,
  batch: count(4096),
  /**
   * How D's loss is put together: from one batch that holds real and generated samples with their labels, or as two means over
   * two batches, added. The loss is the same.
   */
  halves: z.enum(['together', 'apart']),
  /** Decay of the exponential moving average of G's weights on which metrics are measured; 0 measures G itself. */
  average: share,
};

const fieldsSchema = z.strictObject({
  ...experimentFields,
  seed: z.int().nonnegative().max(0xffff_ffff),
  realLabel: experimentFields.realLabel.default(1),
  penalties: experimentFields.penalties.default([]),
  schedule: experimentFields.schedule.prefault({}),
  average: experimentFields.average.default(0),
  halves: experimentFields.halves.default('together'),
});

/** All that determines a training run. The same experiment on the same backend gives the same bits. */
export type Experiment = z.infer<typeof fieldsSchema>;

export const experimentSchema = fieldsSchema.check((context) => {
  for (const { path, message } of misfitsOf(context.value))
    context.issues.push({ code: 'custom', path, message, input: context.value });
});

/** Where parts of an experiment do not fit together: the path to a field, and a sentence that follows its name. */
export function misfitsOf(experiment: Experiment): { path: string[]; message: string }[] {
  const { data, latent, generator, discriminator, objective, realLabel } = experiment;
  const { dimension, given } = sampleShape(data);
  const misfits: { path: string[]; message: string }[] = [];
  const ofGenerator = misfitOfNetwork(generator, given + latent, dimension - given);
  if (ofGenerator) misfits.push({ path: ['generator', ofGenerator.field], message: ofGenerator.message });
  const ofDiscriminator = misfitOfNetwork(discriminator, dimension, 1);
  if (ofDiscriminator)
    misfits.push({ path: ['discriminator', ofDiscriminator.field], message: ofDiscriminator.message });
  if (realLabel !== 1 && !factsOf(objective).labels)
    misfits.push({
      path: ['realLabel'],
      message: `the objective "${objective}" has no labels to smooth; leave it at 1`,
    });
  return misfits;
}
