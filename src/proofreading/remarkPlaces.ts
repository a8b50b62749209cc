// Tells the components that print measured numbers where they stand: what only the recorded run can refuse then names file and line, too.
import { relative } from 'node:path';
import { isElement, lineOf, setAttribute, walk, type Node } from '../maths/tree.ts';

/** The remark plugin: `place="content/articles/en/slug.mdx:12"` on every <Measured> and <Kept>. */
export function remarkPlaces(): (tree: Node, file: { readonly path?: string }) => void {
  return (tree, { path }) => {
    if (path === undefined) return;
    const name = relative(process.cwd(), path);
    walk(tree, (node) => {
      if (isElement(node, 'Measured') || isElement(node, 'Kept'))
        setAttribute(node, 'place', `${name}:${lineOf(node)}`);
    });
  };
}
