// A page cannot ask the device for less motion, but every style sheet that is made in it can be told that the device has asked.
const { replaceSync } = CSSStyleSheet.prototype;
CSSStyleSheet.prototype.replaceSync = function (text) {
  const still = text
    .replaceAll(/\(prefers-reduced-motion:\s*no-preference\)/g, 'not all')
    .replaceAll(/\(prefers-reduced-motion:\s*reduce\)/g, 'all');
  replaceSync.call(this, still);
};
