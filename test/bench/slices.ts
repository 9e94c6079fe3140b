/** One way to do the thing that is measured: does it until `until` (performance.now()), gives back how often it was done. */
export interface Variant {
  readonly name: string;
  run(until: number): Promise<number>;
}

export interface Result {
  readonly name: string;
  /** Median of operations per second. */
  readonly perSecond: number;
  /** Microseconds of CPU per operation, all threads of this process. */
  readonly cpuMicros: number;
  /** Against the floor of the same round: median and lower quartile. */
  readonly ratio: number;
  readonly lowerQuartile: number;
}

const SLICE_MS = 400;

/**
 * Measures variants side by side in short slices in rotating order, because two noisy cores make absolute figures worthless: only the
 * ratio to the floor, the first variant, within one round says something.
 */
export async function compare(variants: readonly Variant[], rounds = 7): Promise<readonly Result[]> {
  const rates = variants.map((): number[] => []);
  const cpus = variants.map((): number[] => []);
  for (const variant of variants) await variant.run(performance.now() + SLICE_MS / 4);
  for (let round = 0; round < rounds; round++) {
    for (let step = 0; step < variants.length; step++) {
      const index = (round + step) % variants.length;
      const cpu = process.cpuUsage();
      const start = performance.now();
      const done = await variants[index]!.run(start + SLICE_MS);
      const { user, system } = process.cpuUsage(cpu);
      rates[index]!.push(done / ((performance.now() - start) / 1000));
      cpus[index]!.push((user + system) / done);
    }
  }
  return variants.map(({ name }, index) => {
    const ratios = rates[index]!.map((rate, round) => rate / rates[0]![round]!);
    return {
      name,
      perSecond: quantile(rates[index]!, 0.5),
      cpuMicros: quantile(cpus[index]!, 0.5),
      ratio: quantile(ratios, 0.5),
      lowerQuartile: quantile(ratios, 0.25),
    };
  });
}

/** Nearest rank. */
export const quantile = (values: readonly number[], q: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
};

/** Many callers at once, each going on until the time is over. */
export async function callers(count: number, until: number, once: () => Promise<unknown>): Promise<number> {
  let done = 0;
  await Promise.all(
    Array.from({ length: count }, async () => {
      while (performance.now() < until) {
        await once();
        done++;
      }
    }),
  );
  return done;
}

/** Prints one table; `goal` is held against the lower quartile of the ratio. */
export function print(title: string, results: readonly Result[], goals: Readonly<Record<string, number>> = {}): void {
  console.log(`\n${title}`);
  for (const { name, perSecond, cpuMicros, ratio, lowerQuartile } of results) {
    const goal = goals[name];
    const verdict =
      goal === undefined ? '' : `  goal ${goal.toFixed(2)} ${lowerQuartile >= goal ? 'reached' : 'MISSED'}`;
    const figures = `${perSecond.toFixed(0).padStart(9)}/s ${cpuMicros.toFixed(0).padStart(7)} µs CPU  ratio ${ratio.toFixed(2)} (q1 ${lowerQuartile.toFixed(2)})`;
    console.log(`  ${name.padEnd(44)}${figures}${verdict}`);
  }
}
