// What a demo is: an experiment, the variants that a reader may toggle, what it shows, and what is claimed of each variant.
import * as z from 'zod';
import { count } from './bounded.ts';
import { claimSchema } from './claim.ts';
import { sampleShape } from './data.ts';
import { experimentFields, experimentSchema, misfitsOf, type Experiment } from './experiment.ts';
import { misfitsOfSlider } from './sliderFit.ts';
import { sliderNames } from './sliders.ts';
import { experimentOf } from './variants.ts';
import { viewNames } from './views.ts';

/** A number of the experiment that the reader may move between two bounds; it starts where the variant has it. */
export const sliderSchema = z
  .strictObject({ of: z.enum(sliderNames), from: z.number(), to: z.number(), step: z.number().positive() })
  .refine((slider) => slider.to > slider.from, { error: '`to` must be greater than `from`', path: ['to'] });

/** One choice that a reader may toggle: what it changes in the experiment, and what is then claimed. */
export const variantSchema = z.strictObject({
  label: z.string().min(1).max(60),
  change: z.strictObject(experimentFields).partial(),
  claims: z.array(claimSchema).min(1).max(5),
});

const inputSchema = z.strictObject({
  title: z.string().min(1).max(80),
  caption: z.string().min(1).max(600),
  experiment: experimentSchema,
  variants: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), variantSchema),
  /** The variant shown first. */
  initial: z.string(),
  /** Two variants that may be shown side by side from the same start. */
  compare: z.tuple([z.string(), z.string()]).optional(),
  /** What the reader chooses between: the accessible name of the radio group. */
  choice: z.string().default('Generator objective'),
  shows: z.array(z.enum(viewNames)).min(1),
  /** Whether generated samples carry arrows: where the chosen objective pushes each of them, and how hard. */
  arrows: z.boolean().default(false),
  sliders: z.array(sliderSchema).max(4).default([]),
  /** Whether the reader may also move one player at a time. */
  moves: z.boolean().default(false),
  /** Metrics are measured at step 0 and at every multiple of this. */
  every: count(1000),
  /** Training pauses by itself at this step. */
  length: count(100_000),
  /** A long demo is checked on the CPU backend alone. */
  long: z.boolean().default(false),
});

export const demoSchema = inputSchema
  .check((context) => {
    const { variants, initial, compare, every, length, sliders } = context.value;
    const refuse = (path: (string | number)[], message: string) =>
      context.issues.push({ code: 'custom', path, message, input: context.value });
    const known = Object.keys(variants).join(', ');
    if (!(initial in variants)) refuse(['initial'], `names no variant: "${initial}". Known: ${known}`);
    compare?.forEach((name, i) => {
      if (!(name in variants)) refuse(['compare', i], `names no variant: "${name}". Known: ${known}`);
    });
    const experiments = Object.keys(variants).map((name): [string, Experiment] => [
      name,
      experimentOf(context.value, name),
    ]);
    for (const [name, experiment] of experiments) {
      for (const { path, message } of misfitsOf(experiment)) refuse(['variants', name, 'change', ...path], message);
    }
    for (const [name, variant] of Object.entries(variants)) {
      variant.claims.forEach(({ at, by }, i) => {
        const [field, step] = at === undefined ? ['by', by ?? 0] : ['at', at];
        const path = ['variants', name, 'claims', i, field] as const;
        if (step % every !== 0)
          refuse([...path], `step ${step} is never measured: it is no multiple of \`every\` (${every})`);
        if (step > length) refuse([...path], `step ${step} is never reached: the run ends at \`length\` (${length})`);
      });
    }
    const allowed = (experiment: Experiment) => experimentSchema.safeParse(experiment).success;
    sliders.forEach((slider, i) => {
      if (sliders.findIndex(({ of }) => of === slider.of) < i) refuse(['sliders', i, 'of'], 'stands here twice');
      for (const { field, message } of misfitsOfSlider(slider, experiments, allowed))
        refuse(['sliders', i, field], message);
    });
  })
  // The page knows the dimension without loading the schema.
  .transform((demo) => ({ ...demo, dimension: sampleShape(demo.experiment.data).dimension }));

export type Slider = z.infer<typeof sliderSchema>;
export type Variant = z.infer<typeof variantSchema>;
export type Demo = z.infer<typeof demoSchema>;
export type DemoInput = z.input<typeof demoSchema>;

/**
 * Checks a demo and fills in defaults.
 * @throws ZodError that lists every fault with the path to its field.
 */
export const defineDemo = (input: DemoInput): Demo => demoSchema.parse(input);
