/** Runs the suite in the extension host beside VS Code (node). */
import { writeFileSync } from 'node:fs';
import { follow, insistOnSuccess } from './report';

export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000 });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./extension.test');
  await import('./fixes.test');
  await import('./desk.test');
  await import('./review.test');
  await import('./snippets.test');
  const results = await follow(mocha.run());
  const file = process.env['PEER_TEST_RESULTS'];
  if (file) writeFileSync(file, JSON.stringify(results));
  insistOnSuccess(results);
}
