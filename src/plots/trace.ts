// What the page keeps of a run to draw it: the newest frame, and the losses and measurements of all steps so far.
import { certain } from '../certain.ts';
import type { Claim } from '../vocabulary/claim.ts';
import type { Experiment } from '../vocabulary/experiment.ts';
import type { Frame, LossHistory, Measurement } from '../vocabulary/frame.ts';
import type { Metric } from '../vocabulary/metrics.ts';
import type { ObjectiveName } from '../vocabulary/objectives.ts';
import type { LineStyle } from './drawing/curve.ts';

/** A step at which the reader changed what is trained; the weights went on as they were. */
export interface Switch {
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
  line: LineStyle;
  /** What perfect samples score in the first claim's metric, where that is known. */
  floor?: Floor | undefined;
  frame: Frame | undefined;
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
  return { label, experiment, claims, line, floor, frame: undefined, losses, measurements: [], switches: [] };
}

/**
 * Adds a frame to a trace, in place: losses and measurements are kept, of frames only the newest.
 * A run that was restored from an earlier state sends steps again: what it sends replaces what was there.
 */
export function extend(trace: Trace, frame: Frame): void {
  const { losses, measurements } = trace;
  // A frame without losses or measurements replaces none; a trace without steps has none to replace.
  const again = frame.losses.step[0] ?? frame.step + 1;
  while ((losses.step.at(-1) ?? -1) >= again) {
    losses.step.pop();
    losses.discriminator.pop();
    losses.generator.pop();
  }
  losses.step.push(...frame.losses.step);
  losses.discriminator.push(...frame.losses.discriminator);
  losses.generator.push(...frame.losses.generator);
  const measuredAgain = frame.measurements[0]?.step ?? Infinity;
  while ((measurements.at(-1)?.step ?? -1) >= measuredAgain) measurements.pop();
  measurements.push(...frame.measurements);
  trace.frame = frame;
}

/** The newest measurement that has this metric. */
export function newest({ measurements }: Trace, metric: Metric): { step: number; value: number } | undefined {
  const found = measurements.findLast(({ values }) => values[metric] !== undefined);
  return found && { step: found.step, value: certain(found.values[metric], metric) };
}

/** The line styles of runs that are drawn together: the saturating objective dashed, others solid; one that repeats is dotted. */
export function lineStylesOf(objectives: readonly ObjectiveName[]): LineStyle[] {
  const usual = (objective: ObjectiveName): LineStyle => (objective === 'saturating' ? 'dashed' : 'solid');
  return objectives.map((objective, i) => {
    const before = objectives.slice(0, i).map(usual);
    const line = usual(objective);
    return before.includes(line) ? 'dotted' : line;
  });
}
