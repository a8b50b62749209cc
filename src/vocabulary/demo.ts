// What a demo is: an experiment, the variants that a reader may toggle, what it shows, and what is claimed of each variant.
import * as z from 'zod';
import { count } from './bounded.ts';
import { claimSchema } from './claim.ts';
import { experimentFields, experimentSchema } from './experiment.ts';
import { sliderNames, type Slider } from './sliders.ts';
import { viewNames } from './views.ts';

const sliderSchema: z.ZodType<Slider> = z
  .strictObject({ of: z.enum(sliderNames), from: z.number(), to: z.number(), step: z.number().positive() })
  .refine((slider) => slider.to > slider.from, { error: '`to` must be greater than `from`', path: ['to'] });

/** One choice that a reader may toggle: what it changes in the experiment, and what is then claimed. */
const variantSchema = z.strictObject({
  label: z.string().min(1).max(60),
  change: z.strictObject(experimentFields).partial(),
  claims: z.array(claimSchema).min(1).max(5),
});

/** What a demo file says, field by field. Whether the fields fit together is asked in defineDemo.ts. */
export const demoFields = z.strictObject({
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
  /** No more steps a second than this, where the text asks the reader to watch and to step in; as many as the device can if left out. */
  stepsPerSecond: z.number().positive().max(100_000).exactOptional(),
  /** A long demo is checked on the CPU backend alone. */
  long: z.boolean().default(false),
});

export type Variant = z.infer<typeof variantSchema>;
export type DemoInput = z.input<typeof demoFields>;
/** With the dimension of its data, which the page knows without loading the schema. */
export type Demo = z.infer<typeof demoFields> & { dimension: number };
