// A member of a committee played by @noble/curves: one JSON request a line on stdin, one JSON answer a line on stdout.
// Bytes are hex, identifiers numbers. Whatever noble refuses is answered by {"error": its words}.
import { createInterface } from 'node:readline';
import { createFROST } from '@noble/curves/abstract/frost.js';
import { secp256k1, secp256k1_FROST, secp256k1_hasher } from '@noble/curves/secp256k1.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/curves/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';

const NAME = 'FROST-secp256k1-SHA256-v1';

// FROST's own proof of possession hashes (identifier, phi_0, R); a Softpause ceremony adds its id. Noble lets a
// ciphersuite bring its own hash to scalars, which is the place where a member adds it; all else is noble's.
function boundTo(ceremony) {
  const bound = new TextEncoder().encode(NAME + 'dkg');
  const isProof = (tag) => bytesToHex(tag) === bytesToHex(bound);
  return createFROST({
    name: NAME,
    Point: secp256k1.Point,
    hash: sha256,
    hashToScalar: (message, options) =>
      secp256k1_hasher.hashToScalar(isProof(options.DST) ? concatBytes(message, ceremony) : message, options),
  });
}

const id = (number) => secp256k1_FROST.Identifier.fromNumber(number);
const numberOf = (identifier) => Number(BigInt('0x' + identifier));
const byId = (object, value) =>
  Object.fromEntries(Object.entries(object).map(([number, each]) => [id(Number(number)), value(each)]));
const byNumber = (object, value) =>
  Object.fromEntries(Object.entries(object).map(([identifier, each]) => [numberOf(identifier), value(each)]));
const commitments = (list) =>
  list.map((each) => ({ identifier: id(each.identifier), hiding: hexToBytes(each.hiding), binding: hexToBytes(each.binding) }));

let suite = secp256k1_FROST;
let ceremony; // the secret of a key generation under way, and the fellows' round-one packages
let secret; // this member's key share
let group; // the group's public keys, as noble has them
let nonces;

const operations = {
  roundOne({ identifier, min, max, ceremonyId }) {
    suite = ceremonyId === undefined ? secp256k1_FROST : boundTo(hexToBytes(ceremonyId));
    const made = suite.DKG.round1(id(identifier), { min, max });
    ceremony = { secret: made.secret };
    return { commitment: made.public.commitment.map(bytesToHex), proof: bytesToHex(made.public.proofOfKnowledge) };
  },
  roundTwo({ others }) {
    ceremony.others = others.map((each) => ({
      identifier: id(each.identifier),
      commitment: each.commitment.map(hexToBytes),
      proofOfKnowledge: hexToBytes(each.proof),
    }));
    return { shares: byNumber(suite.DKG.round2(ceremony.secret, ceremony.others), (each) => bytesToHex(each.signingShare)) };
  },
  finish({ shares }) {
    const received = shares.map((each) => ({ identifier: id(each.from), signingShare: hexToBytes(each.share) }));
    const made = suite.DKG.round3(ceremony.secret, ceremony.others, received);
    suite = secp256k1_FROST;
    secret = made.secret;
    group = made.public;
    return { groupKey: bytesToHex(group.commitments[0]), verifyingShares: byNumber(group.verifyingShares, bytesToHex) };
  },
  sit({ identifier, signingShare, min, max, groupKey, verifyingShares }) {
    secret = { identifier: id(identifier), signingShare: hexToBytes(signingShare) };
    group = {
      signers: { min, max },
      commitments: [hexToBytes(groupKey)],
      verifyingShares: byId(verifyingShares, hexToBytes),
    };
    return {};
  },
  commit() {
    const made = suite.commit(secret);
    nonces = made.nonces;
    return { hiding: bytesToHex(made.commitments.hiding), binding: bytesToHex(made.commitments.binding) };
  },
  useNonces({ hiding, binding }) {
    nonces = { hiding: hexToBytes(hiding), binding: hexToBytes(binding) };
    return {};
  },
  sign({ list, message }) {
    return { share: bytesToHex(suite.signShare(secret, group, nonces, commitments(list), hexToBytes(message))) };
  },
  verifyShare({ list, message, identifier, share }) {
    return { valid: suite.verifyShare(group, commitments(list), hexToBytes(message), id(identifier), hexToBytes(share)) };
  },
  aggregate({ list, message, shares }) {
    return { signature: bytesToHex(suite.aggregate(group, commitments(list), hexToBytes(message), byId(shares, hexToBytes))) };
  },
  verify({ signature, message, groupKey }) {
    return { valid: suite.verify(hexToBytes(signature), hexToBytes(message), hexToBytes(groupKey)) };
  },
};

function answer({ operation, ...request }) {
  try {
    return operations[operation](request);
  } catch (refusal) {
    return { error: refusal.message, culprits: refusal.cheaters?.map(numberOf) ?? [] };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(answer(JSON.parse(line))) + '\n');
}
