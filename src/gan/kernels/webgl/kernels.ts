// The fused kernels on the WebGL backend: each one pass, a step of an optimiser one more than the network has layers.
import { tf, type MathBackendWebGL } from '../../tensorflow.ts';
import { keepsValue, kernels, type KernelName } from '../names.ts';
import {
  activateProgram,
  curvatureProgram,
  inputGradientProgram,
  layerGradientProgram,
  productProgram,
  slopeProgram,
} from './shaders.ts';
import {
  adamProgram,
  meanSoftplusGradientProgram,
  meanSoftplusProgram,
  momentsProgram,
  rowsProgram,
  sgdProgram,
  velocitiesProgram,
} from './shadersOfSteps.ts';
import { stackLayers } from '../stackLayout.ts';
import { WebglCall } from './call.ts';

type Shape = [number, number];
const shapeOf = ({ shape }: tf.TensorInfo): Shape => shape as Shape;

const compute: Record<KernelName, (call: WebglCall) => tf.TensorInfo | tf.TensorInfo[]> = {
  [kernels.product]: (call) => {
    const [trace, layer] = [call.input('trace'), call.input('layer')];
    const shape = { batch: shapeOf(trace)[0], inputs: shapeOf(trace)[1], units: shapeOf(layer)[1] };
    const [activation, bias] = [call.activation('output'), call.flag('bias')];
    const key = `product ${trace.shape} ${shape.units} ${activation} ${bias}`;
    return call.pass(key, () => productProgram(shape, activation, bias), [trace, layer]);
  },
  [kernels.inputGradient]: (call) => {
    const [slopes, layer] = [call.input('slopes'), call.input('layer')];
    const shape = { batch: shapeOf(slopes)[0], inputs: shapeOf(layer)[0] - 1, units: shapeOf(layer)[1] };
    const key = `inputGradient ${slopes.shape} ${shape.inputs}`;
    return call.pass(key, () => inputGradientProgram(shape), [slopes, layer]);
  },
  [kernels.traceGradient]: (call) => {
    const [slopes, layer, trace] = [call.input('slopes'), call.input('layer'), call.input('trace')];
    const shape = { batch: shapeOf(slopes)[0], inputs: shapeOf(layer)[0] - 1, units: shapeOf(layer)[1] };
    const activation = call.activation('input');
    const key = `traceGradient ${slopes.shape} ${shape.inputs} ${activation}`;
    return call.pass(key, () => inputGradientProgram(shape, activation), [slopes, layer, trace]);
  },
  [kernels.layerGradient]: (call) => {
    const [trace, slopes] = [call.input('trace'), call.input('slopes')];
    const shape = { batch: shapeOf(trace)[0], inputs: shapeOf(trace)[1], units: shapeOf(slopes)[1] };
    const bias = call.flag('bias');
    const key = `layerGradient ${trace.shape} ${shape.units} ${bias}`;
    return call.pass(key, () => layerGradientProgram(shape, bias), [trace, slopes]);
  },
  [kernels.activate]: (call) => {
    const trace = call.input('trace');
    const activation = call.activation('activation');
    if (keepsValue(activation)) return call.share(trace, trace.shape);
    const key = `activate ${trace.shape} ${activation}`;
    return call.pass(key, () => activateProgram(shapeOf(trace), activation), [trace]);
  },
  [kernels.slope]: (call) => {
    const [dy, trace] = [call.input('dy'), call.input('trace')];
    const activation = call.activation('activation');
    const key = `slope ${dy.shape} ${activation}`;
    return call.pass(key, () => slopeProgram(shapeOf(dy), activation), [dy, trace]);
  },
  [kernels.curvature]: (call) => {
    const [dy, factor, trace] = [call.input('dy'), call.input('factor'), call.input('trace')];
    const activation = call.activation('activation');
    const key = `curvature ${dy.shape} ${activation}`;
    return call.pass(key, () => curvatureProgram(shapeOf(dy), activation), [dy, factor, trace]);
  },
  [kernels.meanSoftplus]: (call) => {
    const logits = call.input('logits');
    const [[count], sign] = [shapeOf(logits), call.number('sign')];
    const mean = call.pass(`meanSoftplus ${count} ${sign}`, () => meanSoftplusProgram(count, sign), [logits]);
    return { ...mean, shape: [] };
  },
  [kernels.meanSoftplusGradient]: (call) => {
    const [logits, dy] = [call.input('logits'), call.input('dy')];
    const [[count], sign] = [shapeOf(logits), call.number('sign')];
    const value = call.valueOnProcessor(dy);
    const onGpu = value === undefined;
    return call.pass(
      `meanSoftplusGradient ${count} ${sign} ${onGpu}`,
      () => meanSoftplusGradientProgram(count, sign, onGpu),
      onGpu ? [logits, dy] : [logits],
      onGpu ? [] : [value],
    );
  },
  [kernels.splitRows]: (call) => {
    const x = call.input('x');
    const [[rows, columns], split] = [shapeOf(x), call.number('at')];
    return [
      [0, split],
      [split, rows],
    ].map(([from, to]) => {
      const [start, shape]: [number, Shape] = [from as number, [(to as number) - (from as number), columns]];
      return call.pass(`rows ${from} ${shape}`, () => rowsProgram(start, shape), [x]);
    });
  },
  [kernels.adam]: (call) => {
    const parameters = call.numbered('parameter');
    const stack = stackLayers(parameters.map(shapeOf));
    const key = parameters.map(({ shape }) => shape).join(' ');
    const moments = call.pass(
      `moments ${key}`,
      () => momentsProgram(stack),
      [call.input('moments'), ...call.numbered('gradient')],
      [call.number('beta1'), call.number('beta2')],
    );
    const uniforms = [call.number('rate'), call.number('rootCorrection'), call.number('epsilon')];
    const updated = parameters.map((parameter, i) =>
      call.pass(`adam ${i} ${key}`, () => adamProgram(stack, i), [parameter, moments], uniforms),
    );
    return [...updated, moments];
  },
  [kernels.sgd]: (call) => {
    const parameters = call.numbered('parameter');
    const stack = stackLayers(parameters.map(shapeOf));
    const key = parameters.map(({ shape }) => shape).join(' ');
    const velocities = call.pass(
      `velocities ${key}`,
      () => velocitiesProgram(stack),
      [call.input('velocities'), ...call.numbered('gradient')],
      [call.number('momentum')],
    );
    const updated = parameters.map((parameter, i) =>
      call.pass(`sgd ${i} ${key}`, () => sgdProgram(stack, i), [parameter, velocities], [call.number('rate')]),
    );
    return [...updated, velocities];
  },
};

for (const [kernelName, kernel] of Object.entries(compute)) {
  tf.registerKernel({
    kernelName,
    backendName: 'webgl',
    kernelFunc: ({ inputs, backend, attrs }) => kernel(new WebglCall(inputs, attrs ?? {}, backend as MathBackendWebGL)),
  });
}
