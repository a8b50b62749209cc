// The fused kernels on the CPU backend: typed arrays in, typed arrays out.
import { formulas } from './activations.ts';
import { tf, type MathBackendCPU } from '../tensorflow.ts';
import { CpuCall } from './cpuCall.ts';
import { adamStep, sgdStep } from './cpuSteps.ts';
import { secondDerivative, slopes, traceInPlace } from './elementwise.ts';
import { inputGradient, layerGradient, layerProduct } from './loops.ts';
import { keepsValue, kernels, type KernelName } from './names.ts';

function shapeOf({ shape }: tf.TensorInfo): [number, number] {
  return shape as [number, number];
}

function gradientByInput(call: CpuCall): { shape: [number, number]; values: Float32Array } {
  const [batch, units] = shapeOf(call.info('slopes'));
  const inputs = shapeOf(call.info('layer'))[0] - 1;
  const values = new Float32Array(batch * inputs);
  inputGradient(call.values('slopes'), call.values('layer'), { batch, inputs, units }, values);
  return { shape: [batch, inputs], values };
}

const compute: Record<KernelName, (call: CpuCall) => tf.TensorInfo | tf.TensorInfo[]> = {
  [kernels.product]: (call) => {
    const [batch, inputs] = shapeOf(call.info('trace'));
    const units = shapeOf(call.info('layer'))[1];
    const result = new Float32Array(batch * units);
    layerProduct(call.values('trace'), call.values('layer'), call.flag('bias'), { batch, inputs, units }, result);
    traceInPlace(result, call.activation('output'));
    return call.result([batch, units], result);
  },
  [kernels.inputGradient]: (call) => {
    const { shape, values } = gradientByInput(call);
    return call.result(shape, values);
  },
  [kernels.traceGradient]: (call) => {
    const { shape, values } = gradientByInput(call);
    slopes(values, call.values('trace'), call.activation('input'), values);
    return call.result(shape, values);
  },
  [kernels.layerGradient]: (call) => {
    const [batch, inputs] = shapeOf(call.info('trace'));
    const units = shapeOf(call.info('slopes'))[1];
    const result = new Float32Array((inputs + 1) * units);
    layerGradient(call.values('trace'), call.values('slopes'), call.flag('bias'), { batch, inputs, units }, result);
    return call.result([inputs + 1, units], result);
  },
  [kernels.activate]: (call) => {
    const trace = call.info('trace');
    const activation = call.activation('activation');
    if (keepsValue(activation)) {
      call.backend.incRef(trace.dataId);
      return { dataId: trace.dataId, shape: trace.shape, dtype: trace.dtype };
    }
    return call.result(trace.shape, call.values('trace').map(formulas[activation].value));
  },
  [kernels.slope]: (call) => {
    const dy = call.values('dy');
    const result = new Float32Array(dy.length);
    slopes(dy, call.values('trace'), call.activation('activation'), result);
    return call.result(call.info('dy').shape, result);
  },
  [kernels.curvature]: (call) => {
    const dy = call.values('dy');
    const factor = call.values('factor');
    const activation = call.activation('activation');
    const curvature = (trace: number, i: number): number =>
      (dy[i] as number) * (factor[i] as number) * secondDerivative(trace, activation);
    return call.result(call.info('dy').shape, call.values('trace').map(curvature));
  },
  [kernels.meanSoftplus]: (call) => {
    const logits = call.values('logits');
    const sign = call.number('sign');
    let sum = 0;
    for (const logit of logits) sum += formulas.softplus.value(sign * logit);
    return call.result([], Float32Array.of(sum / logits.length));
  },
  [kernels.meanSoftplusGradient]: (call) => {
    const logits = call.values('logits');
    const sign = call.number('sign');
    const scale = ((call.values('dy')[0] as number) * sign) / logits.length;
    return call.result(
      call.info('logits').shape,
      logits.map((logit) => scale * formulas.softplus.first(sign * logit)),
    );
  },
  [kernels.splitRows]: (call) => {
    const [rows, columns] = shapeOf(call.info('x'));
    const at = call.number('at');
    const values = call.values('x');
    return [
      call.result([at, columns], values.slice(0, at * columns)),
      call.result([rows - at, columns], values.slice(at * columns)),
    ];
  },
  [kernels.adam]: adamStep,
  [kernels.sgd]: sgdStep,
};

for (const [kernelName, kernel] of Object.entries(compute)) {
  tf.registerKernel({
    kernelName,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend, attrs }) => kernel(new CpuCall(inputs, attrs ?? {}, backend as MathBackendCPU)),
  });
}
