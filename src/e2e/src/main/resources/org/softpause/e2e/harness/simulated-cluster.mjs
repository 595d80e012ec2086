// A cluster that exists only as numbers, driven through the agent's `exec` actuator as a real one
// would be: one JSON object in, one out. It runs 40 jobs of 2.5 % each. Asked for less, it lets jobs
// write a checkpoint, which takes a moment and full power, and then stops them; asked for more, it
// starts them again, which takes a moment too. The load it answers is measured, not what was asked.
//
//   node simulated-cluster.mjs STATE_FILE < {"ceilingBps": 500, …} > {"measuredBps": 500}
import { setTimeout as pause } from 'node:timers/promises';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const JOBS = 40;
const BPS_EACH = 10_000 / JOBS;
const CHECKPOINT_MS = 400;
const START_MS = 300;

const [stateFile] = process.argv.slice(2);
const order = JSON.parse(readFileSync(0, 'utf8'));
if (!Number.isInteger(order.ceilingBps) || order.ceilingBps < 0 || order.ceilingBps > 10_000) {
  console.error('ceilingBps must be an integer within 0..10000');
  process.exit(2);
}

const jobs = existsSync(stateFile)
  ? JSON.parse(readFileSync(stateFile, 'utf8')).jobs
  : Array.from({ length: JOBS }, () => 'running');

// From the last job to the first, so that the same jobs survive every cut.
const wanted = Math.floor(order.ceilingBps / BPS_EACH);
const stopping = jobs.map((state, place) => state === 'running' && place >= wanted);
const starting = jobs.map((state, place) => state === 'stopped' && place < wanted);

// What was running draws power until its checkpoint is written; what starts draws it at the end.
if (stopping.includes(true)) await pause(CHECKPOINT_MS);
if (starting.includes(true)) await pause(START_MS);
const after = jobs.map((state, place) => (stopping[place] ? 'stopped' : starting[place] ? 'running' : state));
const measuredBps = after.filter((state) => state === 'running').length * BPS_EACH;

// The agent may be killed at any moment, and this script with it: never a half-written file.
writeFileSync(`${stateFile}.new`, JSON.stringify({ measuredBps, askedBps: order.ceilingBps, jobs: after }));
renameSync(`${stateFile}.new`, stateFile);
console.log(JSON.stringify({ measuredBps }));
