// Every browser that the build is for adopts style sheets: no <style> elements, no texts that become sheets later.

export const supportsAdoptingStyleSheets = true;

export const css = ([text], ...values) => {
  if (values.length > 0) throw new Error('css takes no values here');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};

export const getCompatibleStyle = (sheet) => sheet;

export const adoptStyles = (root, sheets) => {
  root.adoptedStyleSheets = sheets;
};

const never = () => {
  throw new Error('sheets come from css alone here');
};
export { never as CSSResult, never as unsafeCSS };
