#!/usr/bin/env node
// Writes what Java needs of the compiled registry: export.js ARTIFACT RESOURCES WRAPPER_INPUT
//   RESOURCES      PauseRegistry.abi.json, PauseRegistry.code.json and PauseRegistry.code.properties
//   WRAPPER_INPUT  PauseRegistry.abi and PauseRegistry.bin, as the wrapper generator names them
const { mkdirSync, readFileSync, writeFileSync } = require('fs');
const { keccak256 } = require('js-sha3');

const [artifactPath, resources, wrapperInput] = process.argv.slice(2);
const artifact = JSON.parse(readFileSync(artifactPath, 'utf8'));
const runtime = Buffer.from(artifact.deployedBytecode.object.slice(2), 'hex');

const names = new Map();
const collect = (node) => {
  if (node === null || typeof node !== 'object') return;
  if (node.nodeType === 'VariableDeclaration') names.set(String(node.id), node.name);
  Object.values(node).forEach(collect);
};
collect(artifact.ast);

// The compiler leaves zeros where the constructor writes immutables; zeroed again here to rely on nothing.
const immutables = Object.entries(artifact.deployedBytecode.immutableReferences)
  .flatMap(([id, ranges]) => ranges.map(({ start, length }) => ({ start, length, name: names.get(id).replace(/^_/, '') })))
  .sort((a, b) => a.start - b.start);
immutables.forEach(({ start, length }) => runtime.fill(0, start, start + length));
const code = {
  runtimeLength: runtime.length,
  runtimeHash: '0x' + keccak256(runtime),
  immutables,
  creationCode: artifact.bytecode.object,
};

const write = (folder, name, text) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}`, text);
};
write(resources, 'PauseRegistry.abi.json', JSON.stringify(artifact.abi, null, 1) + '\n');
write(resources, 'PauseRegistry.code.json', JSON.stringify(code, null, 1) + '\n');
write(
  resources,
  'PauseRegistry.code.properties',
  [
    `runtimeLength=${code.runtimeLength}`,
    `runtimeHash=${code.runtimeHash}`,
    `immutables=${immutables.map(({ start, length, name }) => `${start}:${length}:${name}`).join(',')}`,
    `creationCode=${code.creationCode}`,
    '',
  ].join('\n'),
);
write(wrapperInput, 'PauseRegistry.abi', JSON.stringify(artifact.abi));
write(wrapperInput, 'PauseRegistry.bin', artifact.bytecode.object.slice(2));
