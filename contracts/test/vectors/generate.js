#!/usr/bin/env node
// Writes decision-ids.json: random decisions and their EIP-712 digests as ethers computes them, so that contract and
// Java are compared with an implementation that nobody here has written. Repeatable: the seed decides everything.
const { createHash } = require('crypto');
const { writeFileSync } = require('fs');
const { TypedDataEncoder, getAddress } = require('ethers');

const SEED = process.argv[2] ?? 'softpause-decision-ids-1';
const COUNT = 40;

const PAUSE = {
  Scope: [
    { name: 'regions', type: 'uint16[]' },
    { name: 'hardwareClasses', type: 'uint8' },
    { name: 'minPeakPflops', type: 'uint64' },
  ],
  Pause: [
    { name: 'mandate', type: 'uint8' },
    { name: 'epoch', type: 'uint32' },
    { name: 'slot', type: 'uint8' },
    { name: 'ceilingBps', type: 'uint16' },
    { name: 'effectiveAt', type: 'uint48' },
    { name: 'expiresAt', type: 'uint48' },
    { name: 'rampSeconds', type: 'uint32' },
    { name: 'staggerSeconds', type: 'uint32' },
    { name: 'scope', type: 'Scope' },
    { name: 'drill', type: 'bool' },
    { name: 'proposedAt', type: 'uint48' },
    { name: 'anchorBy', type: 'uint48' },
    { name: 'reasonHash', type: 'bytes32' },
  ],
};
const LIFT = {
  Lift: [
    { name: 'mandate', type: 'uint8' },
    { name: 'epoch', type: 'uint32' },
    { name: 'slot', type: 'uint8' },
    { name: 'pauseId', type: 'bytes32' },
    { name: 'proposedAt', type: 'uint48' },
    { name: 'anchorBy', type: 'uint48' },
    { name: 'reasonHash', type: 'bytes32' },
  ],
};

let counter = 0;
const bytes = (length) => createHash('sha256').update(`${SEED}/${counter++}`).digest().subarray(0, length);
const hex = (length) => '0x' + bytes(length).toString('hex');
const below = (limit) => Number(BigInt(hex(8)) % BigInt(limit));

// Random within the protocol's bounds, so that the same file serves decoders that refuse anything else.
const times = () => {
  const proposedAt = 1_700_000_000 + below(1_000_000_000);
  return { proposedAt, anchorBy: proposedAt + below(30 * 86_400 + 1) };
};
const pause = () => {
  const { proposedAt, anchorBy } = times();
  const mandate = below(2);
  const drill = below(4) === 0;
  const slots = drill ? [[10, 11], [15]] : [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [12, 13, 14, 15]];
  const slot = slots[mandate][below(slots[mandate].length)];
  const regions = new Set();
  for (let i = below(33); i > 0; i--) regions.add(1 + below(999));
  const rampSeconds = 1 + below(86_400);
  const effectiveAt = proposedAt + below(30 * 86_400);
  return {
    mandate,
    epoch: below(2 ** 32),
    slot,
    ceilingBps: 100 + below(9_900),
    effectiveAt,
    expiresAt: effectiveAt + rampSeconds + below(400_000),
    rampSeconds,
    staggerSeconds: below(86_401),
    scope: {
      regions: [...regions].sort((a, b) => a - b),
      hardwareClasses: 1 + below(7),
      minPeakPflops: BigInt(hex(below(8) + 1)).toString(),
    },
    drill,
    proposedAt,
    anchorBy,
    reasonHash: hex(32),
  };
};
const lift = () => ({ mandate: below(2), epoch: below(2 ** 32), slot: 12 + below(4), pauseId: hex(32), ...times(), reasonHash: hex(32) });

const vectors = (types, name, make) =>
  Array.from({ length: COUNT }, () => {
    const chainId = 1 + below(2 ** 48);
    const registry = hex(20);
    const domain = { name: 'Softpause', version: '1', chainId, verifyingContract: getAddress(registry) };
    const decision = make();
    return { chainId, registry, [name]: decision, id: TypedDataEncoder.hash(domain, types, decision) };
  });

const file = { seed: SEED, by: 'ethers', pauses: vectors(PAUSE, 'pause', pause), lifts: vectors(LIFT, 'lift', lift) };
writeFileSync(`${__dirname}/decision-ids.json`, JSON.stringify(file, null, 1) + '\n');
