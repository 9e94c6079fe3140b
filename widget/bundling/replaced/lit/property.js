// Without the half for standard decorators: ours are the other kind (experimentalDecorators), on fields alone.

export const property = (options) => (prototype, name) => prototype.constructor.createProperty(name, options);
export const standardProperty = undefined;
