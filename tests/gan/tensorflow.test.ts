// The door to TensorFlow.js: one engine with gradients, an honest choice of backend.
import { isSoftwareRenderer, useBackend, webglRenderer } from '../../src/gan/backend.ts';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { tf } from '../../src/gan/tensorflow.ts';

describe('in Node', () => {
  test('the gradients are registered, and work on the CPU backend', async () => {
    expect(await useBackend('cpu')).toEqual({ backend: 'cpu', arithmetic: 'simd' });
    expect(tf.getBackend()).toBe('cpu');
    tf.tidy(() => {
      const cube = (x: tf.Tensor): tf.Tensor => tf.sum(tf.mul(tf.square(x), x));
      expect(
        Array.from(
          tf
            .grad(cube)(tf.tensor1d([1, 2]))
            .dataSync(),
        ),
      ).toEqual([3, 12]);
    });
  });

  test('a plain script finds the same engine, and prints nothing of its own', async () => {
    const [door, backend] = ['tensorflow', 'backend'].map((name) =>
      JSON.stringify(new URL(`../../src/gan/${name}.ts`, import.meta.url).href),
    );
    const script = `
      const { tf } = await import(${door});
      const { useBackend } = await import(${backend});
      await useBackend('cpu');
      const slope = tf.grad((x) => tf.softplus(x))(tf.scalar(0));
      console.log(slope.dataSync()[0]);`;
    const run = promisify(execFile);
    const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', script]);
    expect(stdout).toBe('0.5\n');
    expect(stderr).not.toMatch(/tensorflow|backend/i);
  });

  test('WebGL is missing: said clearly, and the CPU backend goes on', async () => {
    expect(webglRenderer()).toBeUndefined();
    await expect(useBackend('webgl')).rejects.toThrow(/^WebGL 2 is not available here\.$/);
    expect(tf.getBackend()).toBe('cpu');
  });
});

describe('a renderer in software is known by its name', () => {
  test.each([
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'llvmpipe (LLVM 15.0.7, 256 bits)',
    'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'Apple Software Renderer',
  ])('%s', (name) => {
    expect(isSoftwareRenderer(name)).toBe(true);
  });

  test.each([
    'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'Apple M2',
    'Mesa Intel(R) UHD Graphics 620 (KBL GT2)',
    'Adreno (TM) 640',
    'Mali-G78',
  ])('%s is not', (name) => {
    expect(isSoftwareRenderer(name)).toBe(false);
  });
});
