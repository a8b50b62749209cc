// Where each layer's numbers lie when a network's layers are stacked into one matrix.

export interface Stack {
  /** For each layer its first row in the stack, its rows and its columns. */
  readonly layers: readonly { readonly from: number; readonly height: number; readonly width: number }[];
  readonly rows: number;
  readonly columns: number;
}

/**
 * Layers below one another, the widest setting the width. Each starts in an even row: a texel of a packed WebGL texture
 * holds 2 × 2 numbers, and this way none is shared by two layers.
 */
export function stackLayers(shapes: readonly (readonly [number, number])[]): Stack {
  const layers = [];
  let rows = 0;
  let columns = 1;
  for (const [height, width] of shapes) {
    layers.push({ from: rows, height, width });
    rows += height + (height % 2);
    columns = Math.max(columns, width);
  }
  return { layers, rows, columns };
}
