// The WebGL programs of a dense layer and its gradients, on packed textures.
import type { Activation } from '../../../vocabulary/network.ts';
import { activationFunction } from './glsl.ts';
import type { LayerShape } from '../cpu/arithmetic.ts';

/** A fragment shader as the WebGL backend of TensorFlow.js takes it. */
export interface Program {
  readonly variableNames: string[];
  readonly outputShape: number[];
  readonly userCode: string;
  readonly packedInputs: true;
  readonly packedOutput: true;
  readonly customUniforms?: { name: string; type: 'float' }[];
}

// A texel holds 2 × 2 numbers: r g above, b a below; tile (i, j) starts at row 2i, column 2j. Two fetches then serve
// eight multiplications. `tile` is the output's tile, (row, column); a texture is addressed (column, row). Where a
// side is odd the last tile is half empty: what lies there is never read, and is written as 0.

/** A program whose `main` sets `sum`, the four numbers of `tile`. */
export function tileProgram(
  variableNames: string[],
  outputShape: [number, number],
  body: string,
  functions = '',
  uniforms: string[] = [],
): Program {
  const [rows, columns] = outputShape;
  const clearRight = columns % 2 === 1 ? `if (tile.y == ${(columns - 1) / 2}) sum.ga = vec2(0.);` : '';
  const clearBelow = rows % 2 === 1 ? `if (tile.x == ${(rows - 1) / 2}) sum.ba = vec2(0.);` : '';
  const program: Program = {
    variableNames,
    outputShape,
    packedInputs: true,
    packedOutput: true,
    userCode: `${functions}
  void main() {
    ivec2 tile = getOutputCoords() / 2;
    vec4 sum = vec4(0.);
    ${body}
    ${clearRight}
    ${clearBelow}
    setOutput(sum);
  }`,
  };
  return uniforms.length === 0
    ? program
    : { ...program, customUniforms: uniforms.map((name) => ({ name, type: 'float' })) };
}

/** The tile of a texture at (row, column). */
export function at(texture: string, row: string, column: string): string {
  return `texelFetch(${texture}, ivec2(${column}, ${row}), 0)`;
}

/** trace of φ([x, 1] · layer). Textures X, Layer. */
export function productProgram({ batch, inputs, units }: LayerShape, activation: Activation, bias: boolean): Program {
  const pairs = Math.floor(inputs / 2);
  // The bias row is the upper half of its tile where the number of inputs is even, else the lower one.
  const lastRow =
    inputs % 2 === 0
      ? bias
        ? `sum += ${at('Layer', `${pairs}`, 'tile.y')}.rgrg;`
        : ''
      : `vec4 a = ${at('X', 'tile.x', `${pairs}`)};
         vec4 b = ${at('Layer', `${pairs}`, 'tile.y')};
         sum += a.rrbb * b.rgrg${bias ? ' + b.baba' : ''};`;
  return tileProgram(
    ['X', 'Layer'],
    [batch, units],
    `for (int k = 0; k < ${pairs}; k++) {
      vec4 a = ${at('X', 'tile.x', 'k')};
      vec4 b = ${at('Layer', 'k', 'tile.y')};
      sum += a.rrbb * b.rgrg + a.ggaa * b.baba;
    }
    ${lastRow}
    sum = traceAt(sum);`,
    activationFunction('traceAt', activation, 'trace'),
  );
}

/** slopes · weightsᵀ, and times φ′(z) if the input is φ(z). Textures Slopes, Layer, and then Trace. */
export function inputGradientProgram({ batch, inputs, units }: LayerShape, activation?: Activation): Program {
  const pairs = Math.floor(units / 2);
  const lastUnit =
    units % 2 === 0
      ? ''
      : `sum += ${at('Slopes', 'tile.x', `${pairs}`)}.rrbb * ${at('Layer', 'tile.y', `${pairs}`)}.rbrb;`;
  return tileProgram(
    activation === undefined ? ['Slopes', 'Layer'] : ['Slopes', 'Layer', 'Trace'],
    [batch, inputs],
    `for (int j = 0; j < ${pairs}; j++) {
      vec4 a = ${at('Slopes', 'tile.x', 'j')};
      vec4 b = ${at('Layer', 'tile.y', 'j')};
      sum += a.rrbb * b.rbrb + a.ggaa * b.gaga;
    }
    ${lastUnit}
    ${activation === undefined ? '' : `sum *= slopeAt(${at('Trace', 'tile.x', 'tile.y')});`}`,
    activation === undefined ? '' : activationFunction('slopeAt', activation, 'slope'),
  );
}

/** [x, 1]ᵀ · slopes. Textures X, Slopes. */
export function layerGradientProgram({ batch, inputs, units }: LayerShape, bias: boolean): Program {
  const pairs = Math.floor(batch / 2);
  const one = bias ? '1.' : '0.';
  // In the tile of the bias row the column of ones that stands beside x is not in the texture.
  const ones = inputs % 2 === 0 ? `if (last) a = vec4(${one}, 0., ${one}, 0.);` : `if (last) a.ga = vec2(${one});`;
  const column = inputs % 2 === 0 ? `min(tile.x, ${Math.max(inputs / 2 - 1, 0)})` : 'tile.x';
  const lastSample =
    batch % 2 === 0
      ? ''
      : `{
      vec4 a = ${at('X', `${pairs}`, column)};
      ${ones}
      sum += a.rrgg * ${at('Slopes', `${pairs}`, 'tile.y')}.rgrg;
    }`;
  return tileProgram(
    ['X', 'Slopes'],
    [inputs + 1, units],
    `bool last = tile.x == ${Math.floor(inputs / 2)};
    for (int i = 0; i < ${pairs}; i++) {
      vec4 a = ${at('X', 'i', column)};
      ${ones}
      vec4 b = ${at('Slopes', 'i', 'tile.y')};
      sum += a.rrgg * b.rgrg + a.bbaa * b.baba;
    }
    ${lastSample}`,
  );
}

/** φ(z). Texture Trace. */
export function activateProgram(shape: [number, number], activation: Activation): Program {
  const functions = activationFunction('valueAt', activation, 'value');
  return tileProgram(['Trace'], shape, `sum = valueAt(${at('Trace', 'tile.x', 'tile.y')});`, functions);
}

/** dy · φ′(z). Textures Dy, Trace. */
export function slopeProgram(shape: [number, number], activation: Activation): Program {
  return tileProgram(
    ['Dy', 'Trace'],
    shape,
    `sum = ${at('Dy', 'tile.x', 'tile.y')} * slopeAt(${at('Trace', 'tile.x', 'tile.y')});`,
    activationFunction('slopeAt', activation, 'slope'),
  );
}

/** dy · factor · φ″(z). Textures Dy, Factor, Trace. */
export function curvatureProgram(shape: [number, number], activation: Activation): Program {
  return tileProgram(
    ['Dy', 'Factor', 'Trace'],
    shape,
    `sum = ${at('Dy', 'tile.x', 'tile.y')} * ${at('Factor', 'tile.x', 'tile.y')};
    sum *= curvatureAt(${at('Trace', 'tile.x', 'tile.y')});`,
    activationFunction('curvatureAt', activation, 'curvature'),
  );
}
