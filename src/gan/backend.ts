// The choice of a backend, and what then stands behind the numbers.
import type { ArithmeticName, Backend } from '../vocabulary/backend.ts';
import { startCpu } from './kernels/cpu/kernels.ts';
import { loadTheirWasm, loadWebgl, tf, type MathBackendCPU } from './tensorflow.ts';

/** What stands behind the numbers: the backend in use and, on WebGL, the driver's own name for its renderer. */
export interface BackendInUse {
  readonly backend: Backend;
  readonly renderer?: string;
  /** On the CPU: what computes, vectors of WebAssembly or loops; `missing` says why not the vectors, if they were wished for. */
  readonly arithmetic?: ArithmeticName;
  readonly missing?: string;
}

/** Bytes of idle textures that TensorFlow.js may keep; its default keeps every texture a page has ever used. */
const IDLE_TEXTURE_BYTES = 256 * 1024 * 1024;

/**
 * Makes `name` the backend of all further operations.
 *
 * On WebGL it asks for WebGL 2 with float32 textures that can be drawn to, in a worker through OffscreenCanvas, and
 * computes tensors of every size there (TensorFlow.js would compute those of up to 128 numbers on the CPU).
 * On the CPU it computes in vectors of WebAssembly where it may, or in loops if `arithmetic` says so.
 * @throws Error if WebGL 2 or float32 rendering is missing; the caller may then fall back to 'cpu'.
 */
export async function useBackend(name: Backend, arithmetic?: ArithmeticName): Promise<BackendInUse> {
  switch (name) {
    case 'cpu': {
      await activate('cpu');
      return { backend: 'cpu', ...(await startCpu(tf.backend() as MathBackendCPU, arithmetic)) };
    }
    case 'webgl': {
      const renderer = webglRenderer();
      if (renderer === undefined) throw new Error('WebGL 2 is not available here.');
      await loadWebgl();
      tf.env().set('WEBGL_CPU_FORWARD', false);
      tf.env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', IDLE_TEXTURE_BYTES);
      if (tf.env().getNumber('WEBGL_VERSION') !== 2 || !tf.env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE')) {
        throw new Error(`WebGL on “${renderer}” cannot keep results as 32-bit numbers.`);
      }
      await activate('webgl');
      return { backend: 'webgl', renderer };
    }
  }
}

/** Makes TensorFlow.js's own WebAssembly backend the one of all further operations: for the bench, and in Node only. */
export async function useTheirWasm(): Promise<void> {
  await loadTheirWasm();
  await activate('wasm');
}

async function activate(name: Backend | 'wasm'): Promise<void> {
  const active = await tf.setBackend(name);
  if (!active) throw new Error(`TensorFlow.js could not start its backend "${name}".`);
  await tf.ready();
}

/** The name of the renderer behind WebGL 2, or undefined where there is no WebGL 2. Costs one short-lived context. */
export function webglRenderer(): string | undefined {
  const gl = newContext();
  if (!gl) return undefined;
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = gl.getParameter(unmasked === null ? gl.RENDERER : unmasked.UNMASKED_RENDERER_WEBGL);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof renderer === 'string' && renderer !== '' ? renderer : 'unknown renderer';
}

function newContext(): WebGL2RenderingContext | null | undefined {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(1, 1).getContext('webgl2');
  return typeof document === 'undefined' ? undefined : document.createElement('canvas').getContext('webgl2');
}

/** Whether a renderer draws on the processor: SwiftShader (Chromium), llvmpipe and softpipe (Mesa), WARP (Windows). */
export function isSoftwareRenderer(renderer: string): boolean {
  return /swiftshader|llvmpipe|softpipe|lavapipe|software|microsoft basic render|\bwarp\b/i.test(renderer);
}
