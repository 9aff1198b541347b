import { main } from './cli';
import { dayOf } from './reports/day';

async function readAll(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

// Whoever reads the output may stop reading, as `head` does. That is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main(process.argv.slice(2), {
  stdout: { write: (text) => void process.stdout.write(text), isTTY: Boolean(process.stdout.isTTY) },
  stderr: { write: (text) => void process.stderr.write(text), isTTY: Boolean(process.stderr.isTTY) },
  stdin: { read: readAll, isTTY: Boolean(process.stdin.isTTY) },
  env: process.env,
  cwd: process.cwd(),
  now: () => performance.now(),
  today: () => dayOf(new Date()),
}).then(
  // Not `process.exit`: what is still on its way to a pipe has to arrive.
  (status) => (process.exitCode = status),
  (error: unknown) => {
    console.error('peer-role-check: something went wrong in the program itself. Please report this:', error);
    process.exitCode = 2;
  },
);
