#!/usr/bin/env node
// Writes decision-ids.json: random decisions and their EIP-712 digests as ethers computes them, so that contract and
// Java are compared with an implementation that nobody here has written. Repeatable: the seed decides everything.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { TypedDataEncoder, getAddress } from 'ethers';
import { LIFT, PAUSE, RENEW, ROTATE, WITHDRAW } from './types.mjs';

const SEED = process.argv[2] ?? 'softpause-decision-ids-1';
const COUNT = 40;

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

const withdraw = () => ({ mandate: below(2), epoch: below(2 ** 32), slot: 12 + below(4), ...times(), reasonHash: hex(32) });

const vectors = (types, name, make) =>
  Array.from({ length: COUNT }, () => {
    const chainId = 1 + below(2 ** 48);
    const registry = hex(20);
    const domain = { name: 'Softpause', version: '1', chainId, verifyingContract: getAddress(registry) };
    const decision = make();
    return { chainId, registry, [name]: decision, id: TypedDataEncoder.hash(domain, types, decision) };
  });

const renew = () => {
  const { proposedAt, anchorBy } = times();
  return { mandate: 0, epoch: below(2 ** 32), operatingUntil: anchorBy + 1 + below(10_000_000), proposedAt, anchorBy, reasonHash: hex(32) };
};
// Keys here are any words: an id is of the fields, whether or not they name points of the curve.
const rotate = () => {
  const { proposedAt } = times();
  const target = below(2);
  const committees = Array.from({ length: below(5) + (target === 0 ? 1 : 0) }, () => ({
    x: hex(32),
    y: hex(32),
    civil: below(2) === 0,
    roster: hex(32),
  }));
  return {
    mandate: 0,
    epoch: below(2 ** 32),
    target,
    targetEpoch: below(2 ** 32),
    committees: committees.sort((a, b) => (a.x < b.x ? -1 : 1)),
    proposedAt,
    anchorBy: proposedAt + below(86_401),
    reasonHash: hex(32),
  };
};

const file = {
  seed: SEED,
  by: 'ethers',
  pauses: vectors(PAUSE, 'pause', pause),
  lifts: vectors(LIFT, 'lift', lift),
  renews: vectors(RENEW, 'renew', renew),
  rotates: vectors(ROTATE, 'rotate', rotate),
  withdraws: vectors(WITHDRAW, 'withdraw', withdraw),
};
writeFileSync(new URL('decision-ids.json', import.meta.url), JSON.stringify(file, null, 1) + '\n');
