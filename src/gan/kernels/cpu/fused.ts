// The fused kernels on the CPU path: what each one's results look like, and how they are filled.
import { single, type CpuCall, type CpuKernel } from './kernel.ts';
import { adamStep, sgdStep } from './steps.ts';
import type { Arithmetic, LayerShape } from './arithmetic.ts';
import { keepsValue, kernels, type KernelName } from '../names.ts';

function forwardShape(call: CpuCall): LayerShape {
  const [batch, inputs] = call.matrix('trace');
  return { batch, inputs, units: call.matrix('layer')[1] };
}

function backwardShape(call: CpuCall): LayerShape {
  const [batch, units] = call.matrix('slopes');
  return { batch, inputs: call.matrix('layer')[0] - 1, units };
}

function gradientByInput(call: CpuCall, result: Float32Array, arithmetic: Arithmetic): void {
  arithmetic.inputGradient(call.values('slopes'), call.values('layer'), backwardShape(call), result);
}

const inputShape = (call: CpuCall): number[] => [call.matrix('slopes')[0], call.matrix('layer')[0] - 1];

export const fused: Record<KernelName, CpuKernel> = {
  [kernels.product]: single(
    (call) => [call.matrix('trace')[0], call.matrix('layer')[1]],
    (call, result, arithmetic) => {
      const [trace, layer] = [call.values('trace'), call.values('layer')];
      arithmetic.layerProduct(trace, layer, call.flag('bias'), forwardShape(call), result);
      arithmetic.traceInPlace(result, call.activation('output'));
    },
  ),
  [kernels.inputGradient]: single(inputShape, gradientByInput),
  [kernels.traceGradient]: single(inputShape, (call, result, arithmetic) => {
    gradientByInput(call, result, arithmetic);
    arithmetic.slopes(result, call.values('trace'), call.activation('input'), result);
  }),
  [kernels.layerGradient]: single(
    (call) => [call.matrix('trace')[1] + 1, call.matrix('slopes')[1]],
    (call, result, arithmetic) => {
      const [batch, inputs] = call.matrix('trace');
      const shape = { batch, inputs, units: call.matrix('slopes')[1] };
      arithmetic.layerGradient(call.values('trace'), call.values('slopes'), call.flag('bias'), shape, result);
    },
  ),
  [kernels.activate]: {
    shares: (call) => (keepsValue(call.activation('activation')) ? 'trace' : undefined),
    ...single(
      (call) => call.shape('trace'),
      (call, result, arithmetic) => arithmetic.value(call.values('trace'), call.activation('activation'), result),
    ),
  },
  [kernels.slope]: single(
    (call) => call.shape('dy'),
    (call, result, arithmetic) =>
      arithmetic.slopes(call.values('dy'), call.values('trace'), call.activation('activation'), result),
  ),
  [kernels.curvature]: single(
    (call) => call.shape('dy'),
    (call, result, arithmetic) => {
      const [dy, factor, trace] = [call.values('dy'), call.values('factor'), call.values('trace')];
      arithmetic.curvature(dy, factor, trace, call.activation('activation'), result);
    },
  ),
  [kernels.meanSoftplus]: single(
    () => [],
    (call, result, arithmetic) => arithmetic.meanSoftplus(call.values('logits'), call.number('sign'), result),
  ),
  [kernels.meanSoftplusGradient]: single(
    (call) => call.shape('logits'),
    (call, result, arithmetic) => {
      const [logits, sign] = [call.values('logits'), call.number('sign')];
      const scale = ((call.values('dy')[0] as number) * sign) / logits.length;
      arithmetic.softplusSlopes(logits, sign, scale, result);
    },
  ),
  [kernels.splitRows]: {
    shapes(call) {
      const [rows, columns] = call.matrix('x');
      const at = call.number('at');
      return [
        [at, columns],
        [rows - at, columns],
      ];
    },
    fill(call, results) {
      const [above, below] = results as [Float32Array, Float32Array];
      const x = call.values('x');
      const at = call.number('at') * call.matrix('x')[1];
      above.set(x.subarray(0, at));
      below.set(x.subarray(at));
    },
  },
  [kernels.adam]: adamStep,
  [kernels.sgd]: sgdStep,
};
