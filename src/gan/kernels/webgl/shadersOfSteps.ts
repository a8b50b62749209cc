// The WebGL programs of the losses and of the optimisers' steps, on packed textures.
import { activationFunction } from './glsl.ts';
import { at, tileProgram, type Program } from './shaders.ts';
import type { Stack } from '../stackLayout.ts';

/** mean softplus(sign · logits) of a column of `count` logits, as a matrix of one number. Texture Logits. */
export function meanSoftplusProgram(count: number, sign: number): Program {
  const pairs = Math.floor(count / 2);
  const lastLogit = count % 2 === 0 ? '' : `sum.r += valueOf(${sign}. * ${at('Logits', `${pairs}`, '0')}.r);`;
  return tileProgram(
    ['Logits'],
    [1, 1],
    `for (int i = 0; i < ${pairs}; i++) {
      vec4 pair = ${at('Logits', 'i', '0')} * ${sign}.;
      sum.r += valueOf(pair.r) + valueOf(pair.b);
    }
    ${lastLogit}
    sum.r /= ${count}.;`,
    activationFunction('valueOf', 'softplus', 'trace'),
  );
}

/** dy · sign · σ(sign · logits) / count. Texture Logits, and dy as the uniform `dy` or, if `dyOnGpu`, the texture Dy. */
export function meanSoftplusGradientProgram(count: number, sign: number, dyOnGpu: boolean): Program {
  return tileProgram(
    dyOnGpu ? ['Logits', 'Dy'] : ['Logits'],
    [count, 1],
    `vec4 logits = ${at('Logits', 'tile.x', '0')} * ${sign}.;
    sum.r = sigmoid(logits.r);
    sum.b = sigmoid(logits.b);
    sum *= ${dyOnGpu ? `${at('Dy', '0', '0')}.r` : 'dy'} * ${sign}. / ${count}.;`,
    activationFunction('valueOf', 'softplus', 'trace'),
    dyOnGpu ? [] : ['dy'],
  );
}

/** Rows `from` … of a matrix. Texture X. */
export function rowsProgram(from: number, shape: [number, number]): Program {
  const above = Math.floor(from / 2);
  const here = at('X', `tile.x + ${above}`, 'tile.y');
  // From an odd row on, each tile joins the lower half of one tile with the upper half of the next. Past the last
  // tile a fetch would be out of bounds, but there only the cleared half is fed.
  const next = at('X', `min(tile.x + ${above + 1}, ${Math.floor((from + shape[0] - 1) / 2)})`, 'tile.y');
  const body = from % 2 === 0 ? `sum = ${here};` : `sum = vec4(${here}.ba, ${next}.rg);`;
  return tileProgram(['X'], shape, body);
}

/** A function `gradientAt(tile)` that reads the stack of all gradients, textures Gradient0, Gradient1, … */
function gradientAt({ layers }: Stack): string {
  const cases = layers.map(({ from, height, width }, i) => {
    const end = (from + height + (height % 2)) / 2;
    const inside = at(`Gradient${i}`, `tile.x - ${from / 2}`, 'tile.y');
    return `if (tile.x < ${end}) return tile.y < ${Math.ceil(width / 2)} ? ${inside} : vec4(0.);`;
  });
  return `vec4 gradientAt(ivec2 tile) { ${cases.join('\n')} return vec4(0.); }`;
}

const gradientNames = ({ layers }: Stack): string[] => layers.map((_, i) => `Gradient${i}`);

/** Adam's new moments: the means above, the squares below. Textures Moments, Gradient0 …; uniforms beta1, beta2. */
export function momentsProgram(stack: Stack): Program {
  const half = stack.rows / 2;
  return tileProgram(
    ['Moments', ...gradientNames(stack)],
    [2 * stack.rows, stack.columns],
    `bool square = tile.x >= ${half};
    vec4 gradient = gradientAt(square ? tile - ivec2(${half}, 0) : tile);
    vec4 old = ${at('Moments', 'tile.x', 'tile.y')};
    sum = square ? beta2 * old + (1. - beta2) * gradient * gradient : beta1 * old + (1. - beta1) * gradient;`,
    gradientAt(stack),
    ['beta1', 'beta2'],
  );
}

/** Adam's new values of layer `index`. Textures Parameter, Moments; uniforms rate, rootCorrection, epsilon. */
export function adamProgram({ layers, rows }: Stack, index: number): Program {
  const { from, height, width } = layers[index] as Stack['layers'][number];
  return tileProgram(
    ['Parameter', 'Moments'],
    [height, width],
    `vec4 mean = ${at('Moments', `tile.x + ${from / 2}`, 'tile.y')};
    vec4 square = ${at('Moments', `tile.x + ${(from + rows) / 2}`, 'tile.y')};
    sum = ${at('Parameter', 'tile.x', 'tile.y')} - rate * mean / (sqrt(square) * rootCorrection + epsilon);`,
    '',
    ['rate', 'rootCorrection', 'epsilon'],
  );
}

/** New velocities of gradient descent. Textures Velocities, Gradient0 …; uniform momentum. */
export function velocitiesProgram(stack: Stack): Program {
  return tileProgram(
    ['Velocities', ...gradientNames(stack)],
    [stack.rows, stack.columns],
    `sum = momentum * ${at('Velocities', 'tile.x', 'tile.y')} + gradientAt(tile);`,
    gradientAt(stack),
    ['momentum'],
  );
}

/** New values of layer `index` under gradient descent. Textures Parameter, Velocities; uniform rate. */
export function sgdProgram({ layers }: Stack, index: number): Program {
  const { from, height, width } = layers[index] as Stack['layers'][number];
  return tileProgram(
    ['Parameter', 'Velocities'],
    [height, width],
    `sum = ${at('Parameter', 'tile.x', 'tile.y')} - rate * ${at('Velocities', `tile.x + ${from / 2}`, 'tile.y')};`,
    '',
    ['rate'],
  );
}
