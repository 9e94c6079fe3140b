import { z } from '@hono/zod-openapi';

type MayLack<T, K extends keyof T> = object extends Pick<T, K> ? true : false;

/**
 * The shape of an answer, field for field that of its interface: one more or one less does not compile. For the document alone: nothing is
 * checked by it as it goes out.
 */
export const shapeOf = <T extends object>(fields: {
  readonly [K in keyof T]-?: MayLack<T, K> extends true ? z.ZodExactOptional<z.ZodType<T[K]>> : z.ZodType<T[K]>;
}): z.ZodType<T> => z.object(fields) as unknown as z.ZodType<T>;
