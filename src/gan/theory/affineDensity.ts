// The density of a generator that is an affine map of normal latents: the one kind of network whose q is known exactly.
import { certain } from '../../certain.ts';

/**
 * The density of G(z) = b + A z with z ~ N(0, I): N(b, A Aᵀ), in one or two dimensions.
 * @param offset b: G(0), of length `dimension`.
 * @param columns the columns of A: G(e_i) − G(0) for each unit latent e_i, at least `dimension` of them.
 * @returns q at each of n points (flat n × dimension), or undefined if A has no full rank: then there is no density.
 */
export function affineDensity(
  offset: readonly number[],
  columns: readonly (readonly number[])[],
): ((points: Float32Array) => Float32Array) | undefined {
  const covariance = (i: number, j: number) =>
    columns.reduce((sum, column) => sum + coordinate(column, i) * coordinate(column, j), 0);
  const bx = coordinate(offset, 0);
  const sxx = covariance(0, 0);
  if (offset.length === 1) {
    if (!(sxx > 0)) return undefined;
    const height = 1 / Math.sqrt(2 * Math.PI * sxx);
    return (points) => points.map((x) => height * Math.exp(-((x - bx) ** 2) / (2 * sxx)));
  }
  const by = coordinate(offset, 1);
  const [sxy, syy] = [covariance(0, 1), covariance(1, 1)];
  const determinant = sxx * syy - sxy * sxy;
  if (!(determinant > 1e-12 * sxx * syy)) return undefined;
  const height = 1 / (2 * Math.PI * Math.sqrt(determinant));
  return (points) =>
    Float32Array.from({ length: points.length / 2 }, (_, i) => {
      const dx = (points[2 * i] as number) - bx;
      const dy = (points[2 * i + 1] as number) - by;
      return height * Math.exp(-(syy * dx * dx - 2 * sxy * dx * dy + sxx * dy * dy) / (2 * determinant));
    });
}

const coordinate = (of: readonly number[], i: number): number => certain(of[i], 'a coordinate of the affine map');
