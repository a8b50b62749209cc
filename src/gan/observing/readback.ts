// Reads many tensors back at once: the backend waits one time, not once a tensor.
import { mustBeFinite } from '../training/diverged.ts';
import { tf } from '../tensorflow.ts';

/**
 * Evaluates `tensors` in a tidy, packs the results into one tensor, and reads that one.
 * @param names what each part is called if it is not finite
 * @returns the numbers of the parts that are there
 * @throws Diverged at the first part that holds a number that is not finite
 */
export async function readTogether<Tensors extends Readonly<Record<string, tf.Tensor | undefined>>>(
  names: Readonly<Record<keyof Tensors, string>>,
  step: number,
  tensors: () => Tensors,
): Promise<{ [Part in keyof Tensors]: Float32Array }> {
  const sizes: [keyof Tensors, number][] = [];
  const packed = tf.tidy(() => {
    const flat: tf.Tensor1D[] = [];
    for (const [part, tensor] of Object.entries(tensors())) {
      if (!tensor) continue;
      sizes.push([part, tensor.size]);
      flat.push(tf.reshape(tensor, [tensor.size]));
    }
    return flat.length === 0 ? undefined : tf.concat1d(flat);
  });
  const read: Partial<Record<keyof Tensors, Float32Array>> = {};
  if (packed) {
    const values = await packed.data<'float32'>().finally(() => packed.dispose());
    let start = 0;
    for (const [part, size] of sizes) {
      const numbers = values.slice(start, start + size);
      mustBeFinite(numbers, step, names[part]);
      read[part] = numbers;
      start += size;
    }
  }
  // A part is there if its tensor was.
  return read as { [Part in keyof Tensors]: Float32Array };
}
