// One line on what the figure is doing, a note where something asked for cannot be had, and the reason where a run failed.
import type { Demo } from '../vocabulary/demo.ts';
import type { Recording } from '../recordings/recording.ts';
import { fixed, whole } from '../writing/numbers.ts';
import { contractOf, isMoved, type DemoState } from './state.ts';

interface Props {
  id: string;
  demo: Demo;
  state: DemoState;
  seed: number;
  recording: Recording;
}

export function DemoStatus({ id, demo, state, seed, recording }: Props) {
  return (
    <div class="demo-says">
      <div class="demo-line">
        <p class="demo-status" role="status" aria-live="off" title={computedIn(state.engine)}>
          {nowDoing(demo, state, seed, recording)}
        </p>
        {state.remark !== undefined && <p class="demo-remark">{state.remark}</p>}
      </div>
      {state.notes.length > 0 && (
        <p class="demo-note" role="note">
          {state.notes.join(' ')}
        </p>
      )}
      {state.phase === 'failed' && (
        <p class="demo-failure" id={`${id}-failure`}>
          {state.failure ?? 'The training failed.'}
        </p>
      )}
      <p class="visually-hidden" aria-live="polite">
        {announcement(demo, state)}
      </p>
    </div>
  );
}

/** What the status line says; its numbers are set in figures of one width. */
function nowDoing(demo: Demo, state: DemoState, seed: number, recording: Recording): string {
  const { phase, step, warmup, outOfSight, playing } = state;
  const where = `step ${whole(step)} of ${whole(demo.length)}, seed ${whole(seed)}`;
  if (phase === 'idle') {
    const how = demo.long ? ' Training here takes up to a minute, on some devices more.' : '';
    return `Before you press Train: a recorded run, seed ${whole(recording.seed)}, at step ${whole(recording.step)}.${how}`;
  }
  if (phase === 'failed') return 'Stopped.';
  if (phase === 'starting') return `Starting${state.engine ? ` on ${state.engine.backend}` : ''} …`;
  const paused = phase !== 'training' || outOfSight;
  if (warmup) return `${paused ? 'Paused. ' : ''}${warmingUp(warmup)}`;
  const on = state.engine ? `, on ${state.engine.backend === 'webgl' ? 'WebGL' : 'the CPU'}` : '';
  if (phase === 'finished')
    return `Finished: ${where}${on}. Reset starts again${isMoved(state.settings) ? ' with the numbers set above' : ''}.`;
  if (paused) return `${playing && outOfSight ? 'Paused while out of sight' : 'Paused'}: ${where}${on}.`;
  return `Training: ${where}${on}.`;
}

/** How the numbers are computed, for whoever points at the line. */
function computedIn(engine: DemoState['engine']): string | undefined {
  switch (engine?.arithmetic) {
    case undefined:
      return undefined;
    case 'simd':
      return 'Computed in 128-bit vectors.';
    case 'loops':
      return `Computed in plain loops, because 128-bit vectors cannot be had here: ${engine.missing ?? 'no reason is known'}`;
  }
}

function warmingUp({ done, of, fakeLogit }: NonNullable<DemoState['warmup']>): string {
  return `D learns alone: step ${whole(done)} of ${whole(of)}, mean logit on generated data ${fixed(fakeLogit, 1)}`;
}

/** What a screen reader is told: changes of state only, not every step. */
function announcement(demo: Demo, state: DemoState): string {
  const contract = contractOf(state, demo);
  switch (contract) {
    case 'idle':
      return '';
    case 'starting':
      return 'Starting.';
    case 'training':
      return state.warmup ? 'The discriminator learns alone.' : 'Training.';
    case 'paused':
      return 'Paused.';
    case 'holds':
      return 'Every claim holds.';
    case 'broken':
      return 'A claim does not hold.';
    case 'failed':
      return `The training failed. ${state.failure ?? ''}`;
    default:
      return impossible(contract);
  }
}

function impossible(value: never): never {
  throw new Error(`unknown state: ${String(value)}`);
}
