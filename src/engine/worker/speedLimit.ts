// How many steps a run may take now, where its author wants it to be watched: no faster than so many a second, on any device.

/** What has not been used is lost after so many milliseconds: a run never makes up for a pause with a leap. */
const KEPT = 100;

export interface SpeedLimit {
  /** Whole steps that may be taken now. */
  allowed(): number;
  took(steps: number): void;
}

/** @param perSecond undefined for no limit */
export function createSpeedLimit(perSecond: number | undefined, clock = () => performance.now()): SpeedLimit {
  if (perSecond === undefined) return { allowed: () => Infinity, took: () => undefined };
  const most = Math.max(1, (perSecond * KEPT) / 1000);
  let open = 1;
  let then = clock();
  return {
    allowed() {
      const now = clock();
      open = Math.min(most, open + (Math.max(0, now - then) * perSecond) / 1000);
      then = now;
      return Math.floor(open);
    },
    took(steps) {
      open -= steps;
    },
  };
}
