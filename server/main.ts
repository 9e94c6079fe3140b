import { pino } from 'pino';
import { ConfigError, readConfig } from './config.ts';
import { openServer } from './open-server.ts';

const FORCED_EXIT_MS = 30_000;

/** The only file that sees the process: its environment, its signals, its exit code. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = pino({ level: config.logLevel });
  const server = await openServer(config, { logger });
  if (server.administratorKey) {
    process.stdout.write(`\nThe administrator's key, shown this once:\n  ${server.administratorKey}\n\n`);
  }
  logger.info({ url: server.url }, 'listening');

  const stop = (signal: string): void => {
    logger.info({ signal }, 'closing');
    setTimeout(() => process.exit(1), FORCED_EXIT_MS).unref();
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.fatal({ err: error }, 'could not close in order');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  const said =
    error instanceof ConfigError
      ? error.message
      : error instanceof Error
        ? `could not start: ${error.message}`
        : 'could not start';
  process.stderr.write(`vitrine: ${said}\n`);
  process.exit(1);
});
