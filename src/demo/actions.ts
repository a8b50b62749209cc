// What a reader's presses do: each tells the figure's state, and asks the runs for what follows from it.
import { decimal, whole } from '../writing/numbers.ts';
import type { Demo } from '../vocabulary/demo.ts';
import { sliders, type Settings, type SliderName } from '../vocabulary/sliders.ts';
import type { Move } from '../engine/protocol.ts';
import type { Player } from '../vocabulary/learning.ts';
import { variantOf } from '../vocabulary/variants.ts';
import { effectOf, effectOfSlide, settingsWith } from './choices.ts';
import { linkTo, type Asked } from './address.ts';
import { isMoved, type DemoEvent, type DemoState, type Effect, type SlideEffect } from './state.ts';
import type { Live } from './live.ts';

export interface Actions {
  play: () => void;
  pause: () => void;
  /** One step of the schedule, or one move of one player. */
  step: (move: Move) => void;
  reset: () => void;
  retry: () => void;
  choose: (shown: readonly string[]) => void;
  /** Moves a slider. */
  slide: (of: SliderName, value: number) => void;
  /** All sliders back to where the shown variants have them. */
  putBack: () => void;
  copyLink: () => void;
}

interface Figure {
  demo: Demo;
  /** The address of the demo's own page. */
  page: string;
  state: () => DemoState;
  asked: () => Asked | undefined;
  tell: (event: DemoEvent) => void;
  /** Asks the live half for something, and fetches it first if need be. */
  ask: (what: (live: Live) => void) => void;
}

const remarks: Record<Effect, (label: string, step: number) => string | undefined> = {
  select: () => undefined,
  continue: (label, step) => `From step ${whole(step)} it goes on as “${label}”, from the weights as they are.`,
  drop: (label) => `“${label}” goes on alone.`,
  restart: (label) => `Started again: ${label}.`,
};

const players: Record<Player, string> = { discriminator: 'D', generator: 'G' };

export function actionsOf({ demo, page, state, asked, tell, ask }: Figure): Actions {
  const choose = (shown: readonly string[]) => {
    const before = state();
    const effect = effectOf(before, demo, shown);
    tell({ is: 'chosen', shown, effect });
    const label = shown.map((name) => variantOf(demo, name).label).join(' and ');
    const remark = remarks[effect](label, before.step);
    if (remark !== undefined) tell({ is: 'said', remark });
    const [only = demo.initial] = shown;
    switch (effect) {
      case 'select':
        return;
      case 'continue':
        return ask((it) => it.change(only));
      case 'drop':
        return ask((it) => it.keep(only));
      case 'restart':
        return ask((it) => {
          it.open(shown, {});
          if (before.playing) it.play();
        });
    }
  };

  const set = (settings: Settings, effect: SlideEffect, what: string) => {
    const { playing } = state();
    tell({ is: 'slid', settings, effect });
    switch (effect) {
      case 'select': {
        const whose = isMoved(settings) ? 'these' : 'the article’s';
        return tell({ is: 'said', remark: `Train starts with ${whose} settings.` });
      }
      case 'continue':
        return ask((it) => it.set(settings, what));
      case 'restart':
        return ask((it) => {
          it.reset(settings);
          if (playing) it.play();
        });
    }
  };

  return {
    play: () => (tell({ is: 'play' }), ask((it) => it.play())),
    pause: () => (tell({ is: 'pause' }), ask((it) => it.pause())),
    step(move) {
      tell({ is: move === 'both' ? 'step' : 'moved' });
      if (move !== 'both')
        tell({ is: 'said', remark: `${players[move]} moved once, alone. Such a move counts as no step.` });
      ask((it) => it.step(move));
    },
    reset: () => (tell({ is: 'reset' }), ask((it) => it.reset(state().settings))),
    retry() {
      tell({ is: 'retry' });
      ask((it) => {
        it.open(state().shown, state().settings);
        it.play();
      });
    },
    choose,
    slide(of, value) {
      const slider = demo.sliders.find((each) => each.of === of);
      const what = slider ? `${sliders[of].label}: ${decimal(value)}` : of;
      set(settingsWith(state(), demo, of, value), effectOfSlide(state(), demo), what);
    },
    putBack() {
      const [of] = Object.keys(state().settings) as SliderName[];
      if (of !== undefined) set({}, effectOfSlide(state(), demo), 'the article’s settings');
    },
    copyLink() {
      const { shown, settings } = state();
      const { seed, backend } = asked() ?? { seed: undefined, backend: undefined };
      const link = new URL(linkTo(page, { shown, settings, seed, backend }), location.href).href;
      const done = () => tell({ is: 'said', remark: 'The link is copied.' });
      const refused = () => tell({ is: 'said', remark: `The link: ${link}` });
      // Without a secure origin there is no clipboard: the reader copies the link by hand.
      if ('clipboard' in navigator) navigator.clipboard.writeText(link).then(done, refused);
      else refused();
    },
  };
}
