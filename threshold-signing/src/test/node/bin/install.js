#!/usr/bin/env node
// Installs the pinned packages when they are missing or older than the lock file, so that a repeated build stays quick.
import { statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (modified('node_modules/.package-lock.json') < modified('package-lock.json')) {
  process.exit(spawnSync('npm', ['ci', '--no-progress'], { stdio: 'inherit' }).status ?? 1);
}
