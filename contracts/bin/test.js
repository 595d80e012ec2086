#!/usr/bin/env node
// Runs the Forge tests and fails where none ran, which Forge itself counts as success: test.js FORGE [ARGUMENT…]
const { spawn } = require('child_process');

const [forge, ...rest] = process.argv.slice(2);
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
