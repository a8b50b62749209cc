// The device that trains: which backend it is, when it has done what it was told, and whether it is still there.
import { isSoftwareRenderer, useBackend, webglRenderer } from '../../gan/backend.ts';
import type { Plan } from '../../vocabulary/plan.ts';
import { startRun, type TrainingRun } from '../../gan/runs/run.ts';
import { tf, type MathBackendWebGL } from '../../gan/tensorflow.ts';
import { createBreath, type Breath } from './pace.ts';
import type { Backend } from '../../vocabulary/backend.ts';
import type { ReadyReport } from '../protocol.ts';

/** What the server needs to train. Tests may give it less than the real one. */
export interface Device {
  /** Chooses the backend. To be awaited before all else. @throws Error if none can be had */
  start(wish?: Backend): Promise<ReadyReport>;
  /** @throws Error if the experiment's parts do not fit together */
  startRun(plan: Plan): TrainingRun;
  /** Resolves when the device has done all it was told: a GPU is only told, and would fall ever further behind. */
  settle(): Promise<void>;
  /** Whether the graphics context is gone; all numbers read since are worthless. */
  isLost(): boolean;
}

/**
 * How often to look at once whether a GPU is done, before looking every few milliseconds. It is mostly done by then; where WebGL is drawn in
 * software, looking without pause would take the processor that it is drawn on.
 */
const QUICK_LOOKS = 4;

/** @param onLost called when the graphics context goes */
export function createDevice(onLost: () => void): Device {
  let breath: Breath | undefined;
  let gl: WebGL2RenderingContext | undefined;
  const isLost = () => gl?.isContextLost() ?? false;
  return {
    async start(wish) {
      const ready = await choose(wish);
      if (ready.backend === 'webgl') {
        gl = (tf.backend() as MathBackendWebGL).getGPGPUContext().gl as WebGL2RenderingContext;
        gl.canvas.addEventListener('webglcontextlost', onLost);
      }
      return ready;
    },
    startRun,
    async settle() {
      if (!gl) return;
      const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      gl.flush();
      // The status changes only between tasks.
      for (let looks = 0; fence && !isLost(); looks++) {
        if (gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED) break;
        if (looks < QUICK_LOOKS) await (breath ??= createBreath()).take();
        else await new Promise((resolve) => setTimeout(resolve, 1));
      }
      gl.deleteSync(fence);
    },
    isLost,
  };
}

async function choose(wish: Backend | undefined): Promise<ReadyReport> {
  switch (wish) {
    case 'cpu':
      return onCpu();
    case 'webgl':
      return onWebgl().catch((fault: unknown) => onCpu(`It trains on the CPU: ${sentence(fault)}`));
    case undefined: {
      const renderer = webglRenderer();
      // A GPU drawn in software is slower than the CPU path, which is made for it.
      return renderer === undefined || isSoftwareRenderer(renderer) ? onCpu() : onWebgl().catch(() => onCpu());
    }
    default:
      return wish satisfies never;
  }
}

async function onWebgl(): Promise<ReadyReport> {
  const { renderer = 'unknown renderer' } = await useBackend('webgl');
  return { is: 'ready', backend: 'webgl', renderer };
}

async function onCpu(note?: string): Promise<ReadyReport> {
  const { arithmetic, missing } = await useBackend('cpu');
  return {
    is: 'ready',
    backend: 'cpu',
    renderer: 'CPU',
    ...(note !== undefined && { note }),
    ...(arithmetic && { arithmetic }),
    ...(missing !== undefined && { missing }),
  };
}

/** What a fault says of itself. */
export const sentence = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
