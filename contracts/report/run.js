#!/usr/bin/env node
// Prints what anchoring a pause costs beside a Safe and beside no check at all: node report/run.js FORGE
const { cpSync, mkdirSync, readFileSync, writeFileSync } = require('fs');
const { spawnSync } = require('child_process');
const solc = require('solc');

const [forge] = process.argv.slice(2);
const room = 'target/gas';
mkdirSync(room, { recursive: true });

// The registry as it is published, less the body of the one function that checks signatures.
const input = JSON.parse(readFileSync('published/PauseRegistry.standard-input.json', 'utf8'));
const path = 'src/PauseRegistry.sol';
const source = input.sources[path].content;
const begin = source.indexOf('{', source.indexOf('private view', source.indexOf('function _requireSignatures('))) + 1;
const end = source.indexOf('\n    }\n', begin);
if (begin === 0 || end < 0) throw new Error('the registry has no function _requireSignatures');
input.sources[path].content = source.slice(0, begin) + source.slice(end);
const output = JSON.parse(solc.compile(JSON.stringify(input)));
const bytecode = '0x' + output.contracts[path].PauseRegistry.evm.bytecode.object;
writeFileSync(`${room}/WithoutCheck.json`, JSON.stringify({ bytecode }));

// Artifacts apart from the tests', which are compiled from another folder.
cpSync('target/forge', `${room}/forge`, { recursive: true, preserveTimestamps: true });
const env = {
  ...process.env,
  FOUNDRY_TEST: 'report',
  FOUNDRY_OUT: `${room}/forge/out`,
  FOUNDRY_CACHE_PATH: `${room}/forge/cache`,
  FOUNDRY_SNAPSHOTS: room,
  FORGE_SNAPSHOT_CHECK: 'false',
  FOUNDRY_GAS_SNAPSHOT_CHECK: 'false',
};
const run = spawnSync(forge, ['test', '--match-contract', 'GasReport'], { env, encoding: 'utf8' });
if (run.status !== 0) {
  console.error(run.stdout + run.stderr);
  process.exit(1);
}
const figures = Object.entries(JSON.parse(readFileSync(`${room}/gas.json`, 'utf8'))).sort(([a], [b]) => (a < b ? -1 : 1));
const one = Number(figures[0][1]);
const rows = figures.map(([name, gas]) => `| ${name.slice(3)} | ${Number(gas).toLocaleString('en')} | ${(Number(gas) / one).toFixed(2)} |`);
const table = ['| one pause, four regions, whole transaction (Prague) | gas | ratio |', '| --- | ---: | ---: |', ...rows].join('\n');
writeFileSync('published/gas/report.md', `${table}\n`);
console.log(table);
