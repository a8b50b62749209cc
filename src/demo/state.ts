// What a demo's figure is doing: one value, changed by events alone. No DOM, no engine, so that every rule can be tested.
import type { Demo } from '../vocabulary/demo.ts';
import type { Frame, Measurement } from '../vocabulary/frame.ts';
import { judge, type Judgement } from '../vocabulary/judging.ts';
import type { Settings } from '../vocabulary/sliders.ts';
import type { Backend, RunState } from '../engine/page/client.ts';
import type { Effect, SlideEffect } from './choices.ts';

/** `idle`: nothing has been pressed. Else what the runs do, all taken together. */
export type Phase = 'idle' | 'starting' | 'training' | 'paused' | 'finished' | 'failed';

/** The page contract's `data-state`. */
export type ContractState = 'idle' | 'starting' | 'training' | 'paused' | 'holds' | 'broken' | 'failed';

export interface DemoState {
  /** The variants shown: one, or the two that are compared. */
  shown: readonly string[];
  phase: Phase;
  /** Whether the reader wants it to train; it may stand still all the same, out of sight. */
  playing: boolean;
  outOfSight: boolean;
  /** Whether a frame of the runs has come: until then the recorded run is shown. */
  seen: boolean;
  step: number;
  warmup?: Frame['warmup'];
  measurements: Readonly<Record<string, readonly Measurement[]>>;
  /** What sliders have been moved to, away from what the shown variants have themselves. */
  settings: Settings;
  /** The step at which the shown run was changed in place, or one player moved alone. Claims speak of runs from the start: they are not judged then. */
  changedAt?: number | undefined;
  engine?: { backend: Backend; renderer: string } | undefined;
  /** Sentences for the reader: a bad query, a backend that is missing, a choice that was refused. */
  notes: readonly string[];
  /** What the last choice did to the run. */
  remark?: string | undefined;
  failure?: string | undefined;
}

export type DemoEvent =
  | { is: 'asked'; shown: readonly string[]; settings: Settings; notes: readonly string[] }
  | { is: 'chosen'; shown: readonly string[]; effect: Effect }
  | { is: 'slid'; settings: Settings; effect: SlideEffect }
  | { is: 'play' | 'pause' | 'step' | 'reset' | 'retry' }
  /** One player moved alone. */
  | { is: 'moved' }
  | { is: 'sight'; visible: boolean }
  | { is: 'frame'; variant: string; frame: Frame; measurements: readonly Measurement[] }
  | {
      is: 'runs';
      phase: Exclude<Phase, 'idle'>;
      failure?: string | undefined;
      engine?: DemoState['engine'];
      note?: string | undefined;
    }
  | { is: 'failed'; reason: string }
  | { is: 'said'; remark: string };

export const initialState = (demo: Pick<Demo, 'initial'>): DemoState => ({
  shown: [demo.initial],
  phase: 'idle',
  playing: false,
  outOfSight: false,
  seen: false,
  step: 0,
  measurements: {},
  settings: {},
  notes: [],
});

/** A run that starts again: nothing has been trained or measured. */
const fresh = { step: 0, warmup: undefined, measurements: {}, changedAt: undefined, failure: undefined };

export function reduce(state: DemoState, event: DemoEvent): DemoState {
  switch (event.is) {
    case 'asked':
      return { ...state, shown: event.shown, settings: event.settings, notes: event.notes };
    case 'chosen':
      return choose(state, event.shown, event.effect);
    case 'slid':
      return slide(state, event.settings, event.effect);
    case 'play':
      return { ...state, playing: true, remark: undefined, phase: state.phase === 'idle' ? 'starting' : state.phase };
    case 'pause':
      return { ...state, playing: false, remark: undefined };
    case 'step':
      return { ...state, remark: undefined, phase: state.phase === 'idle' ? 'starting' : state.phase };
    case 'moved':
      return {
        ...state,
        remark: undefined,
        changedAt: state.changedAt ?? state.step,
        phase: state.phase === 'idle' ? 'starting' : state.phase,
      };
    case 'reset':
      return { ...state, ...fresh, remark: undefined };
    case 'retry':
      return { ...state, ...fresh, remark: undefined, phase: 'starting', playing: true };
    case 'sight':
      return { ...state, outOfSight: !event.visible };
    case 'frame': {
      if (!state.shown.includes(event.variant)) return state;
      const measurements = { ...state.measurements, [event.variant]: event.measurements };
      return { ...state, seen: true, step: event.frame.step, warmup: event.frame.warmup, measurements };
    }
    case 'runs': {
      const { phase, failure, engine = state.engine, note } = event;
      const notes = note !== undefined && !state.notes.includes(note) ? [...state.notes, note] : state.notes;
      const stopped = phase === 'finished' || phase === 'failed';
      return { ...state, phase, failure, engine, notes, playing: state.playing && !stopped };
    }
    case 'failed':
      return { ...state, phase: 'failed', failure: event.reason, playing: false };
    case 'said':
      return { ...state, remark: event.remark };
    default:
      return impossible(event);
  }
}

/** Another variant starts where its author put it: sliders go back, unless the same run merely goes on alone. */
function choose(state: DemoState, shown: readonly string[], effect: Effect): DemoState {
  switch (effect) {
    case 'select':
      return { ...state, shown, settings: {}, remark: undefined };
    case 'continue': {
      const [before = '', after = ''] = [state.shown[0], shown[0]];
      const measurements = { [after]: state.measurements[before] ?? [] };
      return { ...state, shown, measurements, settings: {}, changedAt: state.step };
    }
    case 'drop':
      return { ...state, shown, remark: undefined };
    case 'restart':
      return { ...state, ...fresh, settings: {}, shown };
    default:
      return impossible(effect);
  }
}

function slide(state: DemoState, settings: Settings, effect: SlideEffect): DemoState {
  switch (effect) {
    case 'select':
      return { ...state, settings };
    case 'continue':
      return { ...state, settings, changedAt: state.changedAt ?? state.step };
    case 'restart':
      return { ...state, ...fresh, settings };
    default:
      return impossible(effect);
  }
}

/** Whether a slider stands elsewhere than the article put it. */
export const isMoved = (settings: Settings): boolean => Object.keys(settings).length > 0;

/** Whether the shown runs are those that the claims speak of: from the start, with the article's settings. */
export const isJudged = (state: DemoState): boolean => state.changedAt === undefined && !isMoved(state.settings);

/** What many runs do, taken together: the one that needs the most attention speaks for all. */
export function together(states: readonly RunState[]): Exclude<Phase, 'idle'> {
  for (const urgent of ['failed', 'starting', 'training'] as const) if (states.includes(urgent)) return urgent;
  return states.length > 0 && states.every((state) => state === 'finished') ? 'finished' : 'paused';
}

/** The judgements on a shown variant's claims; all open, with their newest values, where the run is not one that the claims speak of. */
export function judgementsOf(state: DemoState, demo: Demo, variant: string): Judgement[] {
  const claims = demo.variants[variant]?.claims ?? [];
  const measurements = state.measurements[variant] ?? [];
  if (isJudged(state)) return claims.map((claim) => judge(claim, measurements));
  const newest = measurements.at(-1);
  return claims.map(({ metric }) => ({ verdict: 'open', step: newest?.step, value: newest?.values[metric] }));
}

/** What the page contract says of this state. */
export function contractOf(state: DemoState, demo: Demo): ContractState {
  if (state.phase === 'idle' || state.phase === 'failed') return state.phase;
  const verdicts = state.shown.flatMap((variant) => judgementsOf(state, demo, variant).map(({ verdict }) => verdict));
  if (verdicts.includes('broken')) return 'broken';
  if (verdicts.length > 0 && !verdicts.includes('open')) return 'holds';
  if (state.phase === 'finished' || (state.outOfSight && state.phase === 'training')) return 'paused';
  return state.phase;
}

function impossible(value: never): never {
  throw new Error(`unknown: ${JSON.stringify(value)}`);
}
