#!/usr/bin/env node
// Breaks the contract's source in one place at a time and requires the tests to notice:
// mutate.js FORGE [K/N [FILE[:LINE],… [rules|places]]]
// (the K-th of N shares of the mutants, of some files or lines alone; mutations.js says what the two kinds are). Survivors
// must be explained in test/mutants.txt, one line each. Mutants are compiled plainly, which takes half a second instead
// of half a minute, and put into a copy of the project in place of the artifacts that the tests deploy.
const { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } = require('fs');
const { resolve } = require('path');
const { spawnSync } = require('child_process');
const solc = require('solc');
const mutations = require('./mutations');

const [forge, share = '1/1', only = '', kind = 'rules'] = process.argv.slice(2);
const [k, n] = share.split('/').map(Number);
const room = `target/mutants/${[kind, only.replace(/\W/g, '-') || 'all', k, n].join('-')}`;
const isMeant = (file, line) =>
  only.split(',').some((part) => {
    const [name, at] = part.split(':');
    return file.includes(name) && (!at || Number(at) === line);
  });
const deployed = { 'src/PauseRegistry.sol': 'PauseRegistry', 'test/support/SignatureProbe.sol': 'SignatureProbe' };
const names = readdirSync('src').filter((name) => name.endsWith('.sol') && name !== 'IPauseRegistry.sol');
const sources = Object.fromEntries(names.map((name) => [`src/${name}`, readFileSync(`src/${name}`, 'utf8')]));

const mutants = Object.entries(sources).flatMap(([file, source]) =>
  source.split('\n').flatMap((line, index, lines) =>
    (isMeant(file, index + 1) ? [...mutations[kind](line)] : []).map((text) => ({
      file,
      line: index + 1,
      was: line.trim(),
      is: text.trim(),
      source: [...lines.slice(0, index), text, ...lines.slice(index + 1)].join('\n'),
    })),
  ),
);

const compile = (changed, files) => {
  const read = (path) => changed[path] ?? readFileSync(path, 'utf8');
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries(files.map((file) => [file, { content: read(file) }])),
    settings: {
      evmVersion: 'prague',
      optimizer: { enabled: false },
      outputSelection: { '*': { '*': ['evm.bytecode.object', 'evm.deployedBytecode.object'] } },
    },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: (path) => ({ contents: read(path) }) }));
  if ((output.errors ?? []).some(({ severity }) => severity === 'error')) return undefined;
  return Object.fromEntries(files.map((file) => [deployed[file], output.contracts[file][deployed[file]].evm]));
};

const install = (code) => {
  for (const [name, evm] of Object.entries(code)) {
    const path = `${room}/target/forge/out/${name}.sol/${name}.json`;
    const artifact = JSON.parse(readFileSync(path, 'utf8'));
    artifact.bytecode.object = '0x' + evm.bytecode.object;
    artifact.deployedBytecode.object = '0x' + evm.deployedBytecode.object;
    writeFileSync(path, JSON.stringify(artifact));
  }
};
// Gas is that of another compilation, so its limits are not asked; what lives on is asked about by long walks too.
const test = (tests) =>
  spawnSync(resolve(forge), ['test', '--root', room, '--fail-fast', ...tests], {
    encoding: 'utf8',
    timeout: 300_000,
    env: {
      ...process.env,
      FOUNDRY_FUZZ_RUNS: '32',
      // For as many signatures as -Pdeep has made, and still an end to loops without one.
      FOUNDRY_GAS_LIMIT: '20000000000',
      FOUNDRY_MEMORY_LIMIT: '1073741824',
    },
  });
const QUICK = ['--no-match-contract', 'GasTest|InvariantsTest|StrictCallDataTest|IndependentVerdictsTest'];
const THOROUGH = ['--match-contract', 'InvariantsTest|StrictCallDataTest|IndependentVerdictsTest'];
const passes = (tests) => {
  const result = test(tests);
  if (/Compil(er|ing)/.test(result.stdout)) throw new Error('the copy was compiled again, mutant and all');
  last = result.stdout + result.stderr;
  return result.status === 0;
};
let last = '';

if (!existsSync('target/forge/out/RotationsTest.sol') && !existsSync('target/forge/out/Rotations.t.sol')) {
  throw new Error('run the tests first: node bin/test.js FORGE');
}
rmSync(room, { recursive: true, force: true });
mkdirSync(`${room}/target`, { recursive: true });
for (const part of ['src', 'test', 'bin', 'foundry.toml', 'target/forge', 'target/vectors']) {
  cpSync(part, `${room}/${part}`, { recursive: true, preserveTimestamps: true });
}
symlinkSync(resolve('node_modules'), `${room}/node_modules`);

const explained = new Map(
  (existsSync('test/mutants.txt') ? readFileSync('test/mutants.txt', 'utf8') : '')
    .split('\n')
    .filter((line) => line.includes(' | '))
    .map((line) => line.split(' | '))
    .map(([file, is, why]) => [`${file} | ${is}`, why]),
);
const all = Object.keys(deployed);
const sound = compile({}, all);
install(sound);
if (!passes(QUICK) || !passes(THOROUGH)) throw new Error(`the tests fail before anything is broken:\n${last}`);

const tally = { killed: 0, invalid: 0, explained: 0, survived: 0 };
mutants.forEach((mutant, index) => {
  if (index % n !== k - 1) return;
  if (index % (20 * n) === k - 1) console.error(`${index} of ${mutants.length}: ${JSON.stringify(tally)}`);
  // the probe is of the signature library alone
  const code = compile({ [mutant.file]: mutant.source }, mutant.file.includes('Frost') ? all : all.slice(0, 1));
  let fate = 'invalid';
  if (code) {
    install({ ...sound, ...code });
    fate = passes(QUICK) && passes(THOROUGH) ? 'survived' : 'killed';
  }
  const why = explained.get(`${mutant.file.slice(4)} | ${mutant.is}`);
  if (fate === 'survived' && why) fate = 'explained';
  tally[fate]++;
  if (fate === 'survived' || fate === 'explained') {
    console.log(`${fate}: ${mutant.file}:${mutant.line}\n  was ${mutant.was}\n  is  ${mutant.is}${why ? `\n  ${why}` : ''}`);
  }
});
console.log(`share ${share} of ${mutants.length} mutants: ${tally.killed} killed, ${tally.explained} survived and explained, ` +
  `${tally.survived} survived, ${tally.invalid} do not compile`);
if (tally.killed === 0 && mutants.length >= n) throw new Error('no mutant died: the tests do not run against them');
process.exitCode = tally.survived === 0 ? 0 : 1;
