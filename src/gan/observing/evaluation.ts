// Looks at a run without touching it: what metrics measure and what a frame shows.
import type { Experiment } from '../../vocabulary/experiment.ts';
import type { Distribution } from '../data/distribution.ts';
import { createEvaluationSet, type EvaluatedNetworks } from './evaluationSet.ts';
import { createFraming, type Framing } from './frameContents.ts';
import { createMeasuring, type Measuring } from './measuring.ts';

export type Evaluation = Measuring & Framing;

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
