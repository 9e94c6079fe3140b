export const isBinary = () => false;
export const hasBinary = () => false;
