#!/usr/bin/env node
// Compares what was built with what is published in published/, and prints the bytecode hash:
//   published.js              the sources are those of the standard-JSON input, and hash, length and layout those kept
//   published.js --recompile  besides, compiles the kept input with the compiler itself, without Forge, and compares
//   published.js --update     writes published/ anew, after a change of the contract that is meant
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('fs');
const { keccak256 } = require('js-sha3');

const CONTRACT = ['src/PauseRegistry.sol', 'PauseRegistry'];
const INPUT = 'published/PauseRegistry.standard-input.json';
const CODE = 'published/PauseRegistry.code.json';
const LAYOUT = 'published/PauseRegistry.storage.json';
const EIP_170 = 24_576;

const artifact = JSON.parse(readFileSync('target/forge/out/PauseRegistry.sol/PauseRegistry.json', 'utf8'));
const { settings, compiler, sources } = artifact.metadata;

const withoutImmutables = ({ object, immutableReferences }) => {
  const code = Buffer.from(object.replace(/^0x/, ''), 'hex');
  for (const { start, length } of Object.values(immutableReferences).flat()) code.fill(0, start, start + length);
  return code;
};
const hash = (bytes) => '0x' + keccak256(bytes);
const facts = (creation, deployed) => {
  const runtime = withoutImmutables(deployed);
  const code = Buffer.from(creation.object.replace(/^0x/, ''), 'hex');
  return {
    compiler: compiler.version,
    runtimeHash: hash(runtime),
    runtimeLength: runtime.length,
    creationHash: hash(code),
    creationLength: code.length,
  };
};

// Names of compiler-internal types end in numbers that change with any line of source.
const plainType = (type) => type.replace(/\)\d+/g, ')');
const layout = ({ storage, types }) => {
  const members = (list) =>
    list.map(({ label, slot, offset, type }) => ({ label, slot, offset, type: plainType(type), bytes: types[type].numberOfBytes }));
  return {
    storage: members(storage),
    structs: Object.fromEntries(
      Object.entries(types)
        .filter(([, type]) => type.members)
        .map(([name, type]) => [plainType(name), members(type.members)]),
    ),
  };
};

const input = {
  language: 'Solidity',
  sources: Object.fromEntries(Object.keys(sources).sort().map((path) => [path, { content: readFileSync(path, 'utf8') }])),
  settings: {
    viaIR: settings.viaIR,
    optimizer: settings.optimizer,
    evmVersion: settings.evmVersion,
    metadata: settings.metadata,
    outputSelection: { [CONTRACT[0]]: { [CONTRACT[1]]: ['abi', 'evm.bytecode', 'evm.deployedBytecode', 'storageLayout'] } },
  },
};
const text = (value) => JSON.stringify(value, null, 1) + '\n';
const built = {
  [INPUT]: text(input),
  [CODE]: text(facts(artifact.bytecode, artifact.deployedBytecode)),
  [LAYOUT]: text(layout(artifact.storageLayout)),
};

if (process.argv.includes('--update')) {
  mkdirSync('published', { recursive: true });
  for (const [path, content] of Object.entries(built)) writeFileSync(path, content);
}

const broken = Object.entries(built)
  .filter(([path, content]) => !existsSync(path) || readFileSync(path, 'utf8') !== content)
  .map(([path]) => `${path} is not what was built; if the change is meant: node bin/published.js --update`);
const { runtimeHash, runtimeLength } = facts(artifact.bytecode, artifact.deployedBytecode);
if (runtimeLength > EIP_170) broken.push(`the runtime has ${runtimeLength} bytes, EIP-170 allows ${EIP_170}`);
const { head } = Object.fromEntries(layout(artifact.storageLayout).storage.map((item) => [item.label, item]));
if (head.slot !== '0' || head.offset !== 0 || head.bytes !== '32') broken.push('head does not fill storage slot 0');

if (process.argv.includes('--recompile')) {
  const solc = require('solc');
  const output = JSON.parse(solc.compile(readFileSync(INPUT, 'utf8')));
  const { evm } = output.contracts[CONTRACT[0]][CONTRACT[1]];
  const again = facts(evm.bytecode, evm.deployedBytecode);
  if (!solc.version().startsWith(again.compiler)) broken.push(`the compiler is ${solc.version()}, not ${again.compiler}`);
  if (text(again) !== readFileSync(CODE, 'utf8')) broken.push(`compiled from ${INPUT} the hash is ${again.runtimeHash}`);
  else console.log(`compiled from ${INPUT}: the same`);
}

console.log(`PauseRegistry: runtime ${runtimeHash} (immutables zeroed), ${runtimeLength} of ${EIP_170} bytes`);
broken.forEach((line) => console.error(line));
process.exitCode = broken.length === 0 ? 0 : 1;
