/** Goes to the state before or after this one. */
function go(key) {
  const rel = { ArrowLeft: 'prev', ArrowRight: 'next' }[key];
  if (rel) document.querySelector(`a[rel=${rel}]`)?.click();
}

addEventListener('keydown', ({ key, altKey, ctrlKey, metaKey, shiftKey }) => {
  if (!altKey && !ctrlKey && !metaKey && !shiftKey) go(key);
});
addEventListener('message', ({ source, data }) => {
  if (source === document.querySelector('iframe')?.contentWindow) go(data?.walk);
});
const states = document.querySelector('.states');
if (states) states.scrollTop = states.querySelector('[aria-current=page]').offsetTop - states.clientHeight / 2;
