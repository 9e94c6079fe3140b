/** Does at the page what its state needs a person for, then says that the state has come about. */
const LOOK_MS = 40;
const { shows, hands } = document.body.dataset;

function find(root, selector) {
  const scope = root.shadowRoot ?? root;
  const own = scope.querySelector(selector);
  if (own) return own;
  for (const element of scope.querySelectorAll('*')) {
    const inner = element.shadowRoot && find(element, selector);
    if (inner) return inner;
  }
  return null;
}

const later = () => new Promise((go) => setTimeout(go, LOOK_MS));

const findAt = (path) => path.reduce((root, selector) => root && find(root, selector), document.body);

/** Waits until it is there to be seen, with this text in it; chips hide their radio buttons, and are pressed all the same. */
async function come(path, says = '') {
  for (;;) {
    const element = findAt(path);
    if (element?.textContent.includes(says) && element.getClientRects().length > 0) return element;
    await later();
  }
}

for (const { wait, press, fill, text } of JSON.parse(hands)) {
  const element = await come(wait ?? press ?? fill, wait && text);
  if (press) element.click();
  if (fill) {
    element.value = text;
    element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
}
await come(JSON.parse(shows));
document.documentElement.dataset.settled = '';

// The walk goes on by the arrow keys from inside the frame too, unless they are needed where the cursor is.
addEventListener('keydown', (event) => {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || ctrlKey || metaKey || shiftKey || !['ArrowLeft', 'ArrowRight'].includes(key)) return;
  if (event.composedPath()[0].closest('input, select, textarea')) return;
  parent.postMessage({ walk: key }, '*');
});
