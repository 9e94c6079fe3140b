#!/usr/bin/env node
import { runCommand } from './run-command.ts';

/** The command `vitrine`: the only file here that sees the process. */
process.exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  now: Date.now,
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
});
