// What a reader's choice does to a demo's runs, and where its sliders stand: rules on the state, which change nothing themselves.
import { fixedFieldThatDiffers } from '../vocabulary/changes.ts';
import type { Demo } from '../vocabulary/demo.ts';
import { settingOf, type Settings, type SliderName } from '../vocabulary/sliders.ts';
import { experimentOf } from '../vocabulary/variants.ts';
import type { DemoState, Effect, SlideEffect } from './state.ts';

/** What it does to show these variants now. */
export function effectOf(state: DemoState, demo: Demo, shown: readonly string[]): Effect {
  const [before, after] = [state.shown[0], shown[0]];
  if (state.phase === 'idle') return 'select';
  if (state.phase === 'failed' || before === undefined || after === undefined) return 'restart';
  if (state.shown.length > 1 && shown.length === 1 && state.shown.includes(after)) return 'drop';
  if (state.shown.length > 1 || shown.length > 1 || state.step === 0) return 'restart';
  return fixedFieldThatDiffers(experimentOf(demo, before), experimentOf(demo, after)) === undefined
    ? 'continue'
    : 'restart';
}

/** What it does to move a slider now. A run that has not moved yet starts from the new number; one that has goes on under it where it can. */
export function effectOfSlide(state: DemoState, demo: Demo): SlideEffect {
  if (state.phase === 'idle') return 'select';
  if (state.phase === 'failed') return 'restart';
  const unmoved = state.step === 0 && state.changedAt === undefined && !state.playing;
  const warmed = state.shown.some((variant) => experimentOf(demo, variant).schedule.warmup > 0);
  return unmoved && !warmed ? 'restart' : 'continue';
}

/** Settings with one more; a slider that stands where every shown variant has it is no setting. */
export function settingsWith(state: DemoState, demo: Demo, of: SliderName, value: number): Settings {
  const { [of]: _, ...others } = state.settings;
  const own = state.shown.map((variant) => settingOf(experimentOf(demo, variant), of));
  return own.every((each) => each === undefined || each === value) ? others : { ...others, [of]: value };
}

/** Where a slider stands: where it was moved to, or where the first shown variant that has such a number has it. */
export function valueOf(state: DemoState, demo: Demo, of: SliderName): number | undefined {
  const own = state.shown
    .map((variant) => settingOf(experimentOf(demo, variant), of))
    .find((each) => each !== undefined);
  return own === undefined ? undefined : (state.settings[of] ?? own);
}
