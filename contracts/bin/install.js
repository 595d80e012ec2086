#!/usr/bin/env node
// Installs the pinned tools when they are missing or older than the lock file, so that a repeated build stays quick.
const { statSync } = require('fs');
const { spawnSync } = require('child_process');

const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (modified('node_modules/.package-lock.json') < modified('package-lock.json')) {
  process.exit(spawnSync('npm', ['ci', '--no-progress'], { stdio: 'inherit' }).status ?? 1);
}
