// Whether a slider fits a demo: something must be there to move, it must start where each variant has it, and no end of it may be refused.
import type { Experiment } from './experiment.ts';
import { settingOf, standsAt, withSetting, type Slider } from './sliders.ts';

export interface Misfit {
  field: keyof Slider;
  message: string;
}

/**
 * What is wrong with a slider of a demo, in sentences that follow the field's name.
 * @param experiments each variant's name and experiment
 * @param allowed what the schema says of an experiment
 */
export function misfitsOfSlider(
  slider: Slider,
  experiments: readonly [string, Experiment][],
  allowed: (experiment: Experiment) => boolean,
): Misfit[] {
  const { of, from, to, step } = slider;
  const own = experiments.flatMap(([name, experiment]) => {
    const value = settingOf(experiment, of);
    return value === undefined ? [] : [{ name, experiment, value }];
  });
  if (own.length === 0) return [{ field: 'of', message: `no variant has a "${of}" that could be moved` }];
  const places = own.flatMap(({ name, value }): Misfit[] => {
    if (value < from) return [{ field: 'from', message: `variant "${name}" has ${value}, which lies below ${from}` }];
    if (value > to) return [{ field: 'to', message: `variant "${name}" has ${value}, which lies above ${to}` }];
    if (standsAt(slider, value)) return [];
    return [
      { field: 'step', message: `variant "${name}" has ${value}, where steps of ${step} from ${from} never stand` },
    ];
  });
  const ends: [keyof Slider, number][] = [
    ['from', from],
    ['to', to],
    ['step', from + step],
  ];
  const refused = ends.flatMap(([field, value]): Misfit[] =>
    own.every(({ experiment }) => allowed(withSetting(experiment, of, value)))
      ? []
      : [{ field, message: `an experiment may not have ${value} as "${of}"` }],
  );
  return [...places, ...refused];
}
