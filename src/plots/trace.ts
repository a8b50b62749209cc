// What is kept of a run to draw and judge it: the newest frame, and the losses, measurements and judgements so far.
import { certain } from '../certain.ts';
import type { Claim } from '../vocabulary/claim.ts';
import type { Experiment } from '../vocabulary/experiment.ts';
import type { Frame, LossHistory, Measurement } from '../vocabulary/frame.ts';
import type { Metric } from '../vocabulary/metrics.ts';
import { judgeAll, type Judgement } from '../vocabulary/judging.ts';
import type { ObjectiveName } from '../vocabulary/objectives.ts';
import type { LineStyle } from './drawing/curve.ts';

/** A step at which the reader changed what is trained; the weights went on as they were. */
interface Switch {
  step: number;
  /** The label of the variant that took over. */
  to: string;
}

/** Scores of perfect samples: their mean, and the 1st and 99th percentile. */
export interface Floor {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Trace {
  /** The variant's label. */
  label: string;
  experiment: Experiment;
  /** What the article says of the variant. */
  claims: readonly Claim[];
  /** One a claim, as if nothing had been changed on the run's way. */
  judgements: readonly Judgement[];
  line: LineStyle;
  /** What perfect samples score in the first claim's metric, where that is known. */
  floor?: Floor | undefined;
  frame: Frame | undefined;
  /** Of every step, and all measurements: lists that grow with each frame. */
  losses: LossHistory;
  measurements: Measurement[];
  switches: Switch[];
}

/** A run of which nothing has been seen. */
export function newTrace(
  label: string,
  experiment: Experiment,
  claims: readonly Claim[],
  line: LineStyle,
  floor?: Floor,
): Trace {
  const losses: LossHistory = { step: [], discriminator: [], generator: [] };
  const judgements = judgeAll(claims, []);
  return {
    label,
    experiment,
    claims,
    judgements,
    line,
    floor,
    frame: undefined,
    losses,
    measurements: [],
    switches: [],
  };
}

/** Adds a frame to a trace, in place: losses and measurements are kept, of frames only the newest. No step comes twice. */
export function extend(trace: Trace, frame: Frame): void {
  const { losses } = trace;
  losses.step.push(...frame.losses.step);
  losses.discriminator.push(...frame.losses.discriminator);
  losses.generator.push(...frame.losses.generator);
  trace.measurements.push(...frame.measurements);
  trace.judgements = judgeAll(trace.claims, frame.measurements, trace.judgements);
  trace.frame = frame;
}

/** The newest measurement that has this metric. */
export function newest({ measurements }: Trace, metric: Metric): { step: number; value: number } | undefined {
  const found = measurements.findLast(({ values }) => values[metric] !== undefined);
  return found && { step: found.step, value: certain(found.values[metric], metric) };
}

/** The line style of a run that is drawn alone: the saturating objective dashed, others solid. */
export const lineOf = (objective: ObjectiveName): LineStyle => (objective === 'saturating' ? 'dashed' : 'solid');

/** The line styles of runs that are drawn together: one that repeats is dotted. */
export function lineStylesOf(objectives: readonly ObjectiveName[]): LineStyle[] {
  return objectives.map((objective, i) => {
    const before = objectives.slice(0, i).map(lineOf);
    const line = lineOf(objective);
    return before.includes(line) ? 'dotted' : line;
  });
}
