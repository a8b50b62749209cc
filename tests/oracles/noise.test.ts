// Claims that are lost in noise, and claims that can be told from it.
import { expect, test } from 'vitest';
import type { Claim } from '../../src/vocabulary/claim.ts';
import type { Data } from '../../src/vocabulary/data.ts';
import type { Metric } from '../../src/vocabulary/metrics.ts';
import { drownsInNoise } from './noise.ts';

const gaussian: Data = { kind: 'gaussian', mean: 0, sd: 1 };
const ring: Data = { kind: 'ring', modes: 8, radius: 1, sd: 0.05 };

const claim = (metric: Metric, bound: Pick<Claim, 'atLeast' | 'atMost'>): Claim => ({
  says: 'the generator has arrived',
  metric,
  at: 100,
  ...bound,
});

test.each([
  [claim('wasserstein1', { atMost: 0.01 }), gaussian, 'wasserstein1 0.01 asks for more than can be had'],
  [claim('wasserstein1', { atLeast: 0.03 }), gaussian, 'wasserstein1 0.03 is no failure'],
  [claim('highQuality', { atLeast: 0.995 }), ring, 'highQuality 0.995 asks for more than can be had'],
  [claim('modesCovered', { atLeast: 9 }), ring, 'modesCovered 9 asks for more than can be had'],
  [claim('modesCovered', { atMost: 8 }), ring, 'modesCovered 8 is no failure'],
])('%o is lost in noise', (asked, data, message) => {
  expect(drownsInNoise(asked, data)).toMatch(message);
});

test.each([
  [claim('wasserstein1', { atMost: 0.1 }), gaussian],
  [claim('wasserstein1', { atLeast: 5 }), gaussian],
  [claim('highQuality', { atLeast: 0.8 }), ring],
  [claim('highQuality', { atMost: 0.3 }), ring],
  [claim('modesCovered', { atLeast: 8 }), ring],
  [claim('modesCovered', { atMost: 2 }), ring],
  [claim('gradientRatio', { atLeast: 100 }), ring],
])('%o can be told from noise', (asked, data) => {
  expect(drownsInNoise(asked, data)).toBeUndefined();
});
