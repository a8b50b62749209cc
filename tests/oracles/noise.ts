// Tells claims that no run can keep, or that any run keeps, from those that say something.
import type { Claim } from '../../src/vocabulary/claim.ts';
import type { Data } from '../../src/vocabulary/data.ts';
import { factsOfMetric } from '../../src/vocabulary/metrics.ts';
import { noiseFloor } from '../../src/gan/metrics/noiseFloor.ts';

/**
 * Why a claim on such data cannot be told from noise, or undefined if it can: a success that perfect samples miss one time in a hundred, or a
 * failure that they show one time in a hundred. Only for metrics that have a noise floor.
 */
export function drownsInNoise(claim: Claim, data: Data): string | undefined {
  const floor = noiseFloor(claim.metric, data);
  if (floor === undefined) return undefined;
  const rises = factsOfMetric(claim.metric).better === 'up';
  const limit = rises ? floor.low : floor.high;
  const score = `perfect samples score ${limit.toPrecision(3)} one time in a hundred`;
  const missed = (bound: number, past: boolean, claimsSuccess: boolean) =>
    past &&
    (claimsSuccess
      ? `${claim.metric} ${bound} asks for more than can be had`
      : `${claim.metric} ${bound} is no failure`);
  const fault =
    (claim.atMost !== undefined &&
      missed(claim.atMost, rises ? claim.atMost >= limit : claim.atMost < limit, !rises)) ||
    (claim.atLeast !== undefined &&
      missed(claim.atLeast, rises ? claim.atLeast > limit : claim.atLeast <= limit, rises));
  return fault ? `${fault}: ${score}` : undefined;
}
