/** Longest texts in UTF-16 units, and longest lists. Apart from the schemas, so that the widget counts by the same numbers without them. */
export const LIMITS = {
  id: 128,
  subject: 120,
  text: 4000,
  reason: 1000,
  name: 120,
  phone: 40,
  files: 10,
  lines: 100,
  sites: 1000,
} as const;
