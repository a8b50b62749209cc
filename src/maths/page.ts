// In the reader's browser: a copied formula is its TeX, boxes that need no scrolling are no tab stop, Escape closes a preview.

/** The TeX that KaTeX keeps beside a formula, between dollars. */
function texOf(formula: Element): string {
  const tex = formula.querySelector('annotation[encoding="application/x-tex"]')?.textContent ?? '';
  return formula.closest('.katex-display') === null ? `$${tex}$` : `$$${tex}$$`;
}

/** A selection that begins or ends inside a formula takes all of it. */
function whole(range: Range): Range {
  const wider = range.cloneRange();
  const around = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest('.katex') ?? null;
  const [first, last] = [around(range.startContainer), around(range.endContainer)];
  if (first !== null) wider.setStartBefore(first);
  if (last !== null) wider.setEndAfter(last);
  return wider;
}

document.addEventListener('copy', (event) => {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || event.clipboardData === null) return;
  const range = whole(selection.getRangeAt(0));
  const fragment = range.cloneContents();
  const formulas = [...fragment.querySelectorAll('.katex')];
  if (formulas.length === 0) return;
  for (const hidden of fragment.querySelectorAll('.preview, .equation-number')) hidden.remove();
  const display = range.commonAncestorContainer;
  const inDisplay = (display instanceof Element ? display : display.parentElement)?.closest('.katex-display') !== null;
  for (const formula of formulas) {
    const tex = texOf(formula);
    formula.replaceWith(inDisplay && !tex.startsWith('$$') ? `$${tex}$` : tex);
  }
  // Only laid-out text has the line breaks between paragraphs, so the copy is laid out for a moment, out of sight.
  const host = document.createElement('div');
  host.style.cssText = 'position: fixed; inset-inline-start: -200vw; width: 40rem';
  host.append(fragment);
  document.body.append(host);
  event.clipboardData.setData('text/plain', host.innerText);
  event.clipboardData.setData('text/html', host.innerHTML);
  host.remove();
  event.preventDefault();
});

/** Only a box that can scroll takes the keyboard's focus. Without this script all of them do. */
function settle(box: Element): void {
  if (box.scrollWidth > box.clientWidth) box.setAttribute('tabindex', '0');
  else box.removeAttribute('tabindex');
}

const boxes = [...document.querySelectorAll('.equation-scroll')];
if (boxes.length > 0) {
  const watcher = new ResizeObserver((entries) => {
    for (const { target } of entries) settle(target);
  });
  for (const box of boxes) watcher.observe(box);
  // KaTeX's fonts come late and change widths without changing the boxes.
  document.fonts.addEventListener('loadingdone', () => {
    boxes.forEach(settle);
  });
}

const carriers = '.eqref, .cite, .term';
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const carrier of document.querySelectorAll(`:is(${carriers}):is(:hover, :focus-within)`))
    carrier.classList.add('dismissed');
});
for (const carrier of document.querySelectorAll(carriers)) {
  for (const leave of ['mouseleave', 'focusout'])
    carrier.addEventListener(leave, () => {
      carrier.classList.remove('dismissed');
    });
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
  const source = document.getElementById(button.dataset.copies ?? '');
  if (source === null) continue;
  button.hidden = false;
  const said = button.textContent ?? '';
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(source.textContent ?? '').then(
      () => {
        button.textContent = 'Copied';
        setTimeout(() => {
          button.textContent = said;
        }, 2000);
      },
      () => {
        button.textContent = 'Copying is not allowed here; select the text instead';
      },
    );
  });
}
