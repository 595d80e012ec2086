#!/usr/bin/env node
// Runs the Forge tests and fails where none ran, which Forge itself counts as success: test.js FORGE [ARGUMENT…]
// Writes the signatures that they read first; SIGNATURES says how many.
const { existsSync, readFileSync, statSync, writeFileSync } = require('fs');
const { spawn, spawnSync } = require('child_process');

const [forge, ...rest] = process.argv.slice(2);
const count = process.env.SIGNATURES ?? '2000';
const script = 'test/vectors/signatures.mjs';
const vectors = 'target/vectors/signatures.json';
const made = 'target/vectors/signatures.count';

const fresh = () =>
  existsSync(vectors) && existsSync(made) && readFileSync(made, 'utf8') === count && statSync(made).mtimeMs > statSync(script).mtimeMs;
if (!fresh()) {
  if (spawnSync(process.execPath, [script, vectors, count], { stdio: 'inherit' }).status !== 0) process.exit(1);
  writeFileSync(made, count);
}

// A filter would compile only what it names, and not what the tests deploy by its artifact.
if (spawnSync(forge, ['build', '--quiet'], { stdio: 'inherit' }).status !== 0) process.exit(1);

let tail = '';
const child = spawn(forge, ['test', '-vv', ...rest], { stdio: ['ignore', 'pipe', 'inherit'] });
child.stdout.on('data', (chunk) => {
  process.stdout.write(chunk);
  tail = (tail + chunk).slice(-10_000);
});
child.on('close', (code) => {
  const passed = Number(/: (\d+) tests passed/.exec(tail)?.[1] ?? 0);
  if (code === 0 && passed === 0) console.error('no Forge test ran');
  process.exitCode = code === 0 && passed > 0 ? 0 : 1;
});
