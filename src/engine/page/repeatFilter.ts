// Leaves out of a run's frames what the page has seen before: an engine that was started again repeats the steps since its last snapshot.
import type { Frame } from '../../vocabulary/frame.ts';
import type { FrameReport } from '../protocol.ts';

/** How far a frame is: warm-up steps count up to 0. */
const progress = ({ step, warmup }: Frame): number => (warmup ? warmup.done - warmup.of : step);

/**
 * A filter for the frames of one run, from its start. It takes out the losses and measurements that were in a frame before, and gives
 * nothing at all for a frame of a run that is still catching up with what was shown: the changes in it go with the next.
 */
export function createRepeatFilter(): (report: FrameReport) => FrameReport | undefined {
  let shown = -Infinity;
  let lastLoss = -1;
  let lastMeasurement = -1;
  let changes: number[] = [];

  return (report) => {
    const at = progress(report.frame);
    changes.push(...report.changes);
    if (at < shown && (report.activity === 'starting' || report.activity === 'training')) return undefined;
    shown = at;

    const { losses } = report.frame;
    const repeated = losses.step.filter((step) => step <= lastLoss).length;
    const measurements = report.frame.measurements.filter(({ step }) => step > lastMeasurement);
    const frame: Frame = {
      ...report.frame,
      losses: {
        step: losses.step.slice(repeated),
        discriminator: losses.discriminator.slice(repeated),
        generator: losses.generator.slice(repeated),
      },
      measurements,
    };
    lastLoss = Math.max(lastLoss, losses.step.at(-1) ?? lastLoss);
    lastMeasurement = measurements.at(-1)?.step ?? lastMeasurement;
    const fresh = { ...report, frame, changes };
    changes = [];
    return fresh;
  };
}
