// The data distributions p that an experiment may have: their parameters, and what is known of each before a sample is drawn.
import * as z from 'zod';
import { coordinate, count, kind, positive } from './bounded.ts';

/** Lengths are in data units; `sd` is a standard deviation per coordinate. */
export const dataSchema = z.discriminatedUnion('kind', [
  kind('gaussian', { mean: coordinate, sd: positive }),
  kind('mixture', {
    components: z
      .array(z.strictObject({ weight: positive, mean: coordinate, sd: positive }))
      .min(1)
      .max(16),
  }),
  kind('ring', { modes: count(64), radius: positive, sd: positive }),
  kind('grid', { side: count(10), spacing: positive, sd: positive }),
  kind('moons', { sd: positive }),
  kind('spiral', { turns: positive.max(5), sd: positive }),
  kind('points', {
    points: z
      .array(z.tuple([coordinate, coordinate]))
      .min(1)
      .max(2000),
    sd: positive,
  }),
  /** The Dirac measure at one point of the line: the data of the Dirac-GAN (Mescheder, Geiger, Nowozin 2018). */
  kind('dirac', { at: coordinate }),
  /**
   * A question and one of its two answers, (x, y): x uniform on [−1, 1], y = ½ sin(πx) ± gap with equal chances, plus N(0, sd²).
   * The question is given to the generator, which makes up the answer alone.
   */
  kind('twoAnswers', { gap: positive, sd: positive }),
  /** Drawings of cat faces of 16 × 16 pixels, row by row from above, each from −1 (paper) to 1 (ink). */
  kind('cats', {}),
]);

export type Data = z.infer<typeof dataSchema>;

/** The shape of a sample. */
export interface SampleShape {
  /** Coordinates of a sample. */
  readonly dimension: number;
  /** The leading coordinates that are a condition: given to G, which makes up the others. */
  readonly given: number;
}

const shapes: Record<Data['kind'], SampleShape> = {
  gaussian: { dimension: 1, given: 0 },
  mixture: { dimension: 1, given: 0 },
  ring: { dimension: 2, given: 0 },
  grid: { dimension: 2, given: 0 },
  moons: { dimension: 2, given: 0 },
  spiral: { dimension: 2, given: 0 },
  points: { dimension: 2, given: 0 },
  dirac: { dimension: 1, given: 0 },
  twoAnswers: { dimension: 2, given: 1 },
  cats: { dimension: 256, given: 0 },
};

/** The shape of a data distribution's samples. */
export const sampleShape = ({ kind }: Data): SampleShape => shapes[kind];
