import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { fileURLToPath } from 'node:url';
import { BROWSER_ARGS, findBrowser } from './support/find-browser.ts';

const rootDir = fileURLToPath(new URL('..', import.meta.url));
/** A window and a profile of its own for each page: of two tabs in one window, one is hidden, and they share what they store. */
const createPage = async ({ browser }) => (await browser.createBrowserContext()).newPage();
const launchOptions = { executablePath: findBrowser(), headless: true, args: BROWSER_ARGS };

export default {
  rootDir,
  files: 'test/widget/**/*.test.ts',
  nodeResolve: { exportConditions: ['development', 'browser', 'import'] },
  // The plugin reads this file alone, without `extends`.
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${rootDir}widget/tsconfig.json` })],
  browsers: [chromeLauncher({ launchOptions, createPage, concurrency: 2 })],
  testFramework: { config: { ui: 'tdd', timeout: 10_000, forbidOnly: true, forbidPending: true } },
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), closingLine()],
};

/** As the last line `widget: N passed, N failed`. A skipped test and a run without tests count as failed: neither has shown anything. */
function closingLine() {
  return {
    stop({ sessions }) {
      const tests = sessions.flatMap(({ testResults }) => testsOf(testResults));
      const passed = tests.filter((test) => test.passed && !test.skipped).length;
      const failed = tests.length - passed + sessions.filter(({ errors }) => errors.length > 0).length;
      if (failed > 0 || passed === 0) process.on('exit', () => (process.exitCode ||= 1));
      console.log(`\nwidget: ${passed} passed, ${failed} failed`);
    },
  };
}

const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);
