// Trains all variants of a demo for its recorded run, and keeps what the pictures and the page need of it.
import { experimentOf, judge, metricsOf, type Verdict } from '../vocabulary/claims.ts';
import { startCourse, type Course } from '../gan/runs/run.ts';
import type { Demo } from '../vocabulary/experiment.ts';
import { noiseFloor } from '../gan/metrics/noiseFloor.ts';
import { extend, linesOf, newTrace, type Floor, type Trace } from '../plots/trace.ts';

export interface RecordedVariant {
  /** One verdict a claim, in the variant's order. */
  verdicts: Verdict[];
  /** The value of each claim's metric where it was decided; undefined while it is open. */
  values: (number | undefined)[];
  trace: Trace;
}

export type Training = Record<string, RecordedVariant>;

/**
 * Trains every variant on the CPU with the demo's own seed, all to the same step: the first at which every claim is decided, so that
 * pictures side by side show the same moment.
 */
export async function train(demo: Demo): Promise<Training> {
  const { every, length } = demo;
  const names = Object.keys(demo.variants);
  const courses = names.map((name): [string, Course] => [
    name,
    startCourse({ experiment: experimentOf(demo, name), metrics: metricsOf(demo), every, length, pull: demo.arrows }),
  ]);
  const verdicts = (name: string, course: Course): Verdict[] =>
    (demo.variants[name]?.claims ?? []).map((claim) => judge(claim, course.measurements));
  try {
    const open = () => courses.some(([name, course]) => verdicts(name, course).includes('open'));
    for (const [name, course] of courses) {
      await course.advance(experimentOf(demo, name).schedule.warmup);
    }
    while (open() && !courses.every(([, course]) => course.finished)) {
      for (const [, course] of courses) await course.advance(every);
    }
    const training: Training = {};
    for (const [name, course] of courses) training[name] = await keep(demo, name, course, verdicts(name, course));
    return training;
  } finally {
    for (const [, course] of courses) course.dispose();
  }
}

async function keep(demo: Demo, name: string, course: Course, verdicts: Verdict[]): Promise<RecordedVariant> {
  const { label, claims } = demo.variants[name] ?? { label: name, claims: [] };
  const { experiment } = course.trainer;
  const [line = 'solid'] = linesOf([experiment.objective]);
  const trace = newTrace(label, experiment, claims, line, floorOf(demo, name));
  extend(trace, await course.observe());
  const values = claims.map((claim, i) => {
    if (verdicts[i] === 'open') return undefined;
    const decided = trace.measurements.find((_, m) => judge(claim, trace.measurements.slice(0, m + 1)) !== 'open');
    return decided?.values[claim.metric];
  });
  return { verdicts, values, trace };
}

/** What perfect samples score in the first claim's metric, for the one view that shows it: a hundred scores take seconds. */
function floorOf(demo: Demo, name: string): Floor | undefined {
  const metric = demo.variants[name]?.claims[0]?.metric;
  if (metric === undefined || !demo.shows.includes('metric')) return undefined;
  return noiseFloor(metric, experimentOf(demo, name).data);
}
