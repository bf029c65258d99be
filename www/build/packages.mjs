// Installs what package-lock.json names, when that is not there yet: a fresh clone builds with one command.

import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

export function installPackages(www) {
  const locked = changed(join(www, 'package-lock.json'));
  // npm writes this file last, so it also tells of an installation that was broken off.
  const installed = changed(join(www, 'node_modules/.package-lock.json'));
  if (installed >= locked) return;

  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: www,
    stdio: 'inherit',
    // On Windows npm is a script and not a program.
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`npm ci ended with ${status}`);
}

function changed(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
