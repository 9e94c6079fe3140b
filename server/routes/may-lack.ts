import type { z } from 'zod';

/**
 * A field that may be left out. JSON knows no undefined, so this is what `exactOptional` would be; but of that the generator of the
 * OpenAPI document believes that it is required.
 */
export const mayLack = <S extends z.ZodType>(schema: S) => schema.optional() as unknown as z.ZodExactOptional<S>;
