// Looks at a run without touching it: what metrics measure and what a frame shows.
import type { Experiment } from '../../vocabulary/experiment.ts';
import type { Measurement } from '../../vocabulary/frame.ts';
import type { Metric } from '../../vocabulary/metrics.ts';
import type { Distribution } from '../data/distribution.ts';
import { createEvaluationSet, type EvaluatedNetworks } from './evaluationSet.ts';
import { createFraming, type Framing } from './framing.ts';
import { createMeasuring } from './measuring.ts';

export interface Evaluation extends Framing {
  /** @throws Diverged */
  measure(experiment: Experiment, metrics: readonly Metric[], step: number): Promise<Measurement>;
}

/** To be created before G has moved: D's field covers the data and where G starts. */
export function createEvaluation(
  initial: Experiment,
  distribution: Distribution,
  networks: EvaluatedNetworks,
): Evaluation {
  const set = createEvaluationSet(initial, distribution);
  const measuring = createMeasuring(networks, set);
  const framing = createFraming(networks, set);
  return {
    measure: measuring.measure,
    content: framing.content,
    dispose() {
      framing.dispose();
      measuring.dispose();
      set.dispose();
    },
  };
}
