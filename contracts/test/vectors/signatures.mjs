#!/usr/bin/env node
// Writes signatures and certificates with the verdict of implementations that nobody here has written, for the contract
// to be compared with: signatures.mjs FILE [COUNT [SEED]]. Signing and the verdict are noble-curves' (its own FROST for
// secp256k1), ids are ethers'. Repeatable: the seed decides everything, noble's nonces included.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { secp256k1, secp256k1_FROST as frost } from '@noble/curves/secp256k1.js';
import { AbiCoder, TypedDataEncoder, getAddress } from 'ethers';
import { PAUSE } from './types.mjs';

const [file, count = '1500', seed = 'softpause-signatures-1'] = process.argv.slice(2);
const { Point } = secp256k1;
const { p: P, n: N } = Point.CURVE();
const WORD = 1n << 256n;

let counter = 0;
const bytes = (length) => {
  const blocks = [];
  for (let at = 0; at < length; at += 32) blocks.push(createHash('sha256').update(`${seed}/${counter++}`).digest());
  return new Uint8Array(Buffer.concat(blocks).subarray(0, length));
};
const number = (data) => BigInt('0x' + Buffer.from(data).toString('hex'));
const word = (value) => Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
const below = (limit) => Number(number(bytes(8)) % BigInt(limit));
Object.defineProperty(globalThis, 'crypto', {
  value: { getRandomValues: (array) => (array.set(bytes(array.length)), array) },
});

const keyOf = (secret) => {
  const { x, y } = Point.BASE.multiply(secret).toAffine();
  return { secret, x, y };
};
const newKey = () => keyOf((number(bytes(32)) % (N - 1n)) + 1n);
const sign = (key, message) => {
  const signature = frost.sign(message, word(key.secret));
  const { x, y } = Point.fromBytes(signature.subarray(0, 33)).toAffine();
  return { rx: x, ry: y, z: number(signature.subarray(33)) };
};
const compressed = (x, y) => {
  const point = Point.fromAffine({ x, y });
  point.assertValidity();
  return point.toBytes(true);
};
/** noble's verdict; what it cannot even encode or decode is no signature. */
const holds = (message, key, { rx, ry, z }) => {
  try {
    return frost.verify(Buffer.concat([compressed(rx, ry), word(z)]), message, compressed(key.x, key.y));
  } catch {
    return false;
  }
};

// The first points with x from the order on: noble takes them for keys, the protocol does not, nobody can sign for them.
const beyondOrder = (() => {
  for (let x = N; ; x++) {
    try {
      return { x, y: Point.fromBytes(Buffer.concat([Buffer.of(2), word(x)])).toAffine().y };
    } catch {
      continue;
    }
  }
})();
const random = () => number(bytes(32));
const flip = (value) => value ^ (1n << BigInt(below(256)));

const WAYS = {
  valid: (c) => c,
  'response plus the order': (c) => ({ ...c, z: (c.z + N) % WORD }),
  'response negated': (c) => ({ ...c, z: N - c.z }),
  'response of the order': (c) => ({ ...c, z: N }),
  'response of zero': (c) => ({ ...c, z: 0n }),
  'a bit of the response': (c) => ({ ...c, z: flip(c.z) }),
  'commitment negated': (c) => ({ ...c, ry: P - c.ry }),
  'commitment at infinity': (c) => ({ ...c, rx: 0n, ry: 0n }),
  'commitment off the curve': (c) => ({ ...c, ry: c.ry ^ 1n }),
  'a bit of the commitment': (c) => (below(2) ? { ...c, rx: flip(c.rx) } : { ...c, ry: flip(c.ry) }),
  'commitment of random words': (c) => ({ ...c, rx: random(), ry: random() }),
  'commitment with x plus the field prime': (c) => ({ ...c, rx: (c.rx + P) % WORD }),
  'commitment with x = 1 + p': (c) => ({ ...c, rx: 1n + P, ry: Point.fromBytes(Buffer.concat([Buffer.of(2), word(1n)])).toAffine().y }),
  'commitment with y plus the field prime': (c) => ({ ...c, ry: (c.ry + P) % WORD }),
  'commitment of another signature': (c) => ({ ...c, ...sign(c, bytes(32)), z: c.z }),
  'key negated': (c) => ({ ...c, y: P - c.y }),
  'key off the curve': (c) => ({ ...c, y: c.y ^ 1n }),
  'key at infinity': (c) => ({ ...c, x: 0n, y: 0n }),
  'key with x from the order on': (c) => ({ ...c, ...beyondOrder }),
  'key with y plus the field prime': (c) => ({ ...c, y: (c.y + P) % WORD }),
  'another key': (c) => ({ ...newKey(), rx: c.rx, ry: c.ry, z: c.z, message: c.message }),
  'another message': (c) => ({ ...c, message: bytes(32) }),
  'a bit of the message': (c) => ({ ...c, message: new Uint8Array(word(flip(number(c.message)))) }),
  'response and x of the commitment exchanged': (c) => ({ ...c, rx: c.z, z: c.rx }),
};

const signatures = [];
const names = Object.keys(WAYS);
for (let i = 0; i < Number(count); i++) {
  const key = newKey();
  const message = bytes(32);
  // every other one is valid, so that thousands of good ones are among thousands of bad ones
  const way = i % 2 === 0 ? 'valid' : names[1 + ((i >> 1) % (names.length - 1))];
  const c = WAYS[way]({ ...key, ...sign(key, message), message });
  signatures.push([way, c.message, c.x, c.y, c.rx, c.ry, c.z, holds(c.message, c, c)]);
}

// Certificates for one registry: STANDING is two bodies, EMERGENCY one, all of them known to the test by their secrets.
const REGISTRY = '0x5afe00000000000000000000000000000000beef';
const CHAIN = 31_337;
const NOW = 1_800_000_000;
const standing = [keyOf(0xa11cen), keyOf(0xca401n)].sort((a, b) => (a.x < b.x ? -1 : 1));
const emergency = [keyOf(0xb0bn)];
const idOf = (pause, chainId = CHAIN, verifyingContract = REGISTRY) =>
  Buffer.from(
    TypedDataEncoder.hash({ name: 'Softpause', version: '1', chainId, verifyingContract: getAddress(verifyingContract) }, PAUSE, pause).slice(2),
    'hex',
  );
const pauseOf = (mandate) => ({
  mandate,
  epoch: 0,
  slot: mandate === 0 ? below(12) : 12 + below(4),
  ceilingBps: 100 + below(9_900),
  effectiveAt: NOW + below(86_400),
  expiresAt: NOW + 100_000 + below(86_400),
  rampSeconds: 60 + below(3_600),
  staggerSeconds: below(3_600),
  scope: { regions: [276, 840].slice(below(3)), hardwareClasses: 1 + below(7), minPeakPflops: 16 + below(10_000) },
  drill: false,
  proposedAt: NOW - below(86_400),
  anchorBy: NOW + below(86_400),
  reasonHash: '0x' + Buffer.from(bytes(32)).toString('hex'),
});
const by = (keys, id) => keys.map((key) => sign(key, id));

// Each way gives the pause as handed in, and signatures made over something else.
const CERTIFICATES = {
  valid: (pause, keys) => [pause, by(keys, idOf(pause))],
  'of STANDING offered as of EMERGENCY': () => {
    const urgent = pauseOf(1);
    return [urgent, by([standing[below(2)]], idOf({ ...urgent, mandate: 0 }))];
  },
  'of STANDING’s keys for a pause of EMERGENCY': () => {
    const urgent = pauseOf(1);
    return [urgent, by([standing[below(2)]], idOf(urgent))];
  },
  'of EMERGENCY offered as of STANDING': () => {
    const pause = pauseOf(0);
    return [pause, by([emergency[0], emergency[0]], idOf({ ...pause, mandate: 1 }))];
  },
  'for the epoch after': (pause, keys) => [pause, by(keys, idOf({ ...pause, epoch: 1 }))],
  'for the epoch after, handed in as such': (pause, keys) => [{ ...pause, epoch: 1 }, by(keys, idOf({ ...pause, epoch: 1 }))],
  'for the last epoch of all': (pause, keys) => [pause, by(keys, idOf({ ...pause, epoch: 2 ** 32 - 1 }))],
  'for a slot of the other mandate': (pause, keys) => [pause, by(keys, idOf({ ...pause, slot: pause.mandate === 0 ? 12 : 0 }))],
  'for a slot of the other mandate, handed in as such': (pause, keys) => {
    const moved = { ...pause, slot: pause.mandate === 0 ? 12 : 0 };
    return [moved, by(keys, idOf(moved))];
  },
  'for the slot beside': (pause, keys) => [pause, by(keys, idOf({ ...pause, slot: pause.slot ^ 1 }))],
  'of one body named twice': () => {
    const pause = pauseOf(0);
    return [pause, by(below(2) ? [standing[0], standing[0]] : [standing[1], standing[1]], idOf(pause))];
  },
  'with one signature given twice': () => {
    const pause = pauseOf(0);
    const [first] = by([standing[0]], idOf(pause));
    return [pause, [first, first]];
  },
  'with the committees swapped': () => {
    const pause = pauseOf(0);
    return [pause, by([standing[1], standing[0]], idOf(pause))];
  },
  'of one body alone': () => {
    const pause = pauseOf(0);
    return [pause, by([standing[below(2)]], idOf(pause))];
  },
  'of one body too many': () => {
    const pause = pauseOf(0);
    return [pause, by([...standing, emergency[0]], idOf(pause))];
  },
  'of nobody': (pause) => [pause, []],
  'for another chain': (pause, keys) => [pause, by(keys, idOf(pause, 1))],
  'for another contract': (pause, keys) => [pause, by(keys, idOf(pause, CHAIN, '0x5afe00000000000000000000000000000000bee0'))],
  'for a drill': (pause, keys) => [pause, by(keys, idOf({ ...pause, drill: true }))],
  'for another ceiling': (pause, keys) => [pause, by(keys, idOf({ ...pause, ceilingBps: pause.ceilingBps ^ 1 }))],
  'for everywhere': (pause, keys) => {
    const narrow = { ...pause, scope: { ...pause.scope, regions: [276] } };
    return [narrow, by(keys, idOf({ ...pause, scope: { ...pause.scope, regions: [] } }))];
  },
  'of which the last is malleated': (pause, keys) => {
    const list = by(keys, idOf(pause));
    const last = list[list.length - 1];
    last.z = N - last.z;
    return [pause, list];
  },
};
const accepted = (pause, list) => {
  const keys = pause.mandate === 0 ? standing : emergency;
  const inPlace = pause.epoch === 0 && (pause.mandate === 0) === pause.slot < 12;
  return inPlace && list.length === keys.length && keys.every((key, i) => holds(idOf(pause), key, list[i]));
};
const certificates = [];
const kinds = Object.keys(CERTIFICATES);
for (let i = 0; i < Number(count) / 4; i++) {
  const way = i % 3 === 0 ? 'valid' : kinds[1 + (i % (kinds.length - 1))];
  const mandate = below(2);
  const [pause, list] = CERTIFICATES[way](pauseOf(mandate), mandate === 0 ? standing : emergency);
  const p = pause;
  const s = p.scope;
  certificates.push([
    way,
    [p.mandate, p.epoch, p.slot, p.ceilingBps, p.effectiveAt, p.expiresAt, p.rampSeconds, p.staggerSeconds,
      [s.regions, s.hardwareClasses, s.minPeakPflops], p.drill, p.proposedAt, p.anchorBy, p.reasonHash],
    list.map(({ rx, ry, z }) => [rx, ry, z]),
    accepted(pause, list),
  ]);
}

const PAUSE_ABI =
  'tuple(uint8,uint32,uint8,uint16,uint48,uint48,uint32,uint32,tuple(uint16[],uint8,uint64),bool,uint48,uint48,bytes32)';
const encode = (type, list) => AbiCoder.defaultAbiCoder().encode([`tuple(${type})[]`], [list]);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(
  file,
  JSON.stringify({
    seed,
    by: 'noble-curves and ethers',
    signatures: encode('string,bytes32,uint256,uint256,uint256,uint256,uint256,bool', signatures),
    certificates: encode(`string,${PAUSE_ABI},tuple(uint256,uint256,uint256)[],bool`, certificates),
  }) + '\n',
);
const valid = (list) => list.filter((row) => row[row.length - 1]).length;
console.log(`${signatures.length} signatures (${valid(signatures)} valid), ${certificates.length} certificates (${valid(certificates)} valid)`);
