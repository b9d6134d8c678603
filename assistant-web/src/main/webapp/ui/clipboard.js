import { el } from './dom.js';

/** Copies text and says whether it worked. `beside` is a node in the same tree; the focus returns to it. */
export async function copyText(text, beside) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without HTTPS there is no clipboard API; the old way still works there.
    return copySelected(text, beside);
  }
}

function copySelected(text, beside) {
  const area = el('textarea', { class: 'unseen', 'aria-hidden': 'true', tabindex: -1 });
  area.value = text;
  beside.after(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  beside.focus({ preventScroll: true });
  return copied;
}
