// Reads many tensors back at once: the backend waits one time, not once a tensor.
import { mustBeFinite } from '../training/diverged.ts';
import { tf } from '../tensorflow.ts';

/**
 * Evaluates `tensors` in a tidy, packs the results into one tensor, and reads that one.
 * @param names what each part is called if it is not finite; parts that are not there are left out
 * @throws Diverged at the first part that holds a number that is not finite
 */
export async function readTogether<Part extends string>(
  names: Readonly<Record<Part, string>>,
  step: number,
  tensors: () => Partial<Record<Part, tf.Tensor>>,
): Promise<Partial<Record<Part, Float32Array>>> {
  const sizes: [Part, number][] = [];
  const packed = tf.tidy(() => {
    const flat: tf.Tensor1D[] = [];
    for (const [part, tensor] of Object.entries<tf.Tensor | undefined>(tensors())) {
      if (!tensor) continue;
      sizes.push([part as Part, tensor.size]);
      flat.push(tf.reshape(tensor, [tensor.size]));
    }
    return flat.length === 0 ? undefined : tf.concat1d(flat);
  });
  const read: Partial<Record<Part, Float32Array>> = {};
  if (!packed) return read;
  const values = await packed.data<'float32'>().finally(() => packed.dispose());
  let start = 0;
  for (const [part, size] of sizes) {
    const numbers = values.slice(start, start + size);
    mustBeFinite(numbers, step, names[part]);
    read[part] = numbers;
    start += size;
  }
  return read;
}
