// What a figure may show of its runs. How each view is laid out, drawn and said in words is in src/plots/views.
import type { Metric } from './metrics.ts';

export interface ViewFacts {
  /** What the picture is called by those who do not see it. */
  readonly title: string;
  /** The metrics that it draws, whatever is claimed. */
  readonly metrics: readonly Metric[];
  /** Whether a picture shows one run, or all shown runs together over their steps. */
  readonly of: 'run' | 'steps';
}

export const viewFacts = {
  /** Generated and real samples over D's field; of drawings, a sheet of them. */
  samples: { title: 'Samples and what D thinks of them', metrics: [], of: 'run' },
  /** Each sample's own term of D's loss, on the line. */
  bars: { title: 'Each sample’s own term of the discriminator’s loss', metrics: [], of: 'run' },
  gradients: {
    title: 'Norm of the generator’s gradient over steps',
    metrics: ['saturatingGradient', 'nonSaturatingGradient'],
    of: 'steps',
  },
  losses: { title: 'Losses over steps', metrics: [], of: 'steps' },
  /** D(x) and D(G(z)). */
  scores: {
    title: 'What D gives to real and to generated samples, over steps',
    metrics: ['realScore', 'fakeScore'],
    of: 'steps',
  },
  /** V(D, G) beside V(D*, G). */
  value: { title: 'Value of the game over steps', metrics: ['value', 'optimalValue'], of: 'steps' },
  /** What the first claim of each variant measures, with its bound and noise floor. */
  metric: { title: 'What is claimed, measured over steps', metrics: [], of: 'steps' },
  /** The Dirac-GAN's (θ, ψ). */
  phase: {
    title: 'Phase plane of the generator’s and the discriminator’s parameter',
    metrics: ['theta', 'psi'],
    of: 'run',
  },
} as const satisfies Record<string, ViewFacts>;

export type View = keyof typeof viewFacts;
export const viewNames = Object.keys(viewFacts) as View[];

/** The views of one kind. */
export type ViewOf<Kind extends ViewFacts['of']> = {
  [Name in View]: (typeof viewFacts)[Name]['of'] extends Kind ? Name : never;
}[View];

/** Whether a view shows one run. */
export const showsOneRun = (view: View): view is ViewOf<'run'> => viewFacts[view].of === 'run';
