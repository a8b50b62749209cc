// What a view is, by what its pictures show: how it is drawn, and how it is said in words; and the words that views share.
import type { Frame } from '../../vocabulary/frame.ts';
import type { View, ViewOf } from '../../vocabulary/views.ts';
import type { Surface } from '../drawing/surface.ts';
import type { Trace } from '../trace.ts';

interface Said {
  /** What the picture shows of a run, in one to three sentences. */
  say: (trace: Trace) => string;
}

/** A picture of one run, on a surface that is clear: the page's paper shows through. */
export interface RunView extends Said {
  /** @param title tells the run from another one beside it */
  draw: (surface: Surface, trace: Trace, title?: string) => void;
}

/** A picture of all shown runs together over their steps, on a surface that is clear. */
export interface StepsView extends Said {
  draw: (surface: Surface, traces: readonly Trace[]) => void;
}

/** One entry a view. */
export type Views = { [Name in View]: Name extends ViewOf<'run'> ? RunView : StepsView };

/** Of a run that has no frame yet. */
export const nothing = 'Nothing has been drawn yet.';

export const sayWhen = ({ step, warmup }: Frame): string =>
  warmup ? `Warm-up, D alone, step ${warmup.done} of ${warmup.of}.` : `Step ${step}.`;
