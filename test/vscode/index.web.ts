/** Runs the suite in the extension host of the browser (a web worker). */
import { announce, follow, insistOnSuccess } from './report';

export async function run(): Promise<void> {
  await import('mocha/mocha.js');
  mocha.setup({ ui: 'bdd', timeout: 60_000, reporter: class {} as unknown as Mocha.ReporterConstructor });
  await import('./extension.test');
  await import('./fixes.test');
  await import('./desk.test');
  await import('./review.test');
  await import('./snippets.test');
  const results = await follow(mocha.run());
  announce(results);
  insistOnSuccess(results);
}
