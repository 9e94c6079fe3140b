import { asHeading, asLine, BadLine, type HistoryLine } from './line.ts';

/** A line that says something, by its number in the file. */
export interface NumberedLine {
  /** 1, 2, 3 … as editors count. */
  readonly number: number;
  /** What it says, or why it cannot be read. */
  readonly line: HistoryLine | BadLine;
}

const NEWLINE = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Whose history the file says it is; undefined where it does not. @throws {BadLine} for a heading that says more than that */
export function headingOf(file: Uint8Array): string | undefined {
  const [first] = textLines(file);
  return first && asHeading(parsed(first.bytes))?.tenant;
}

/** The lines in their order; empty ones are passed over. */
export function* linesOf(file: Uint8Array): Generator<NumberedLine> {
  let isFirst = true;
  for (const { number, bytes } of textLines(file)) {
    const line = read(bytes, isFirst);
    isFirst = false;
    if (line) yield { number, line };
  }
}

function read(bytes: Uint8Array, isFirst: boolean): HistoryLine | BadLine | undefined {
  try {
    const value = parsed(bytes);
    return isFirst && asHeading(value) ? undefined : asLine(value);
  } catch (error) {
    if (error instanceof BadLine) return error;
    throw error;
  }
}

function* textLines(file: Uint8Array): Generator<{ number: number; bytes: Uint8Array }> {
  let number = 0;
  for (let from = 0; from < file.length;) {
    const end = file.indexOf(NEWLINE, from);
    const to = end < 0 ? file.length : end;
    const bytes = file.subarray(from, to);
    number++;
    if (bytes.some((byte) => byte > 0x20)) yield { number, bytes };
    from = to + 1;
  }
}

function parsed(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch (error) {
    throw new BadLine('this is not UTF-8', { cause: error });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new BadLine('this is not JSON: a line holds one whole JSON object', { cause: error });
  }
}
