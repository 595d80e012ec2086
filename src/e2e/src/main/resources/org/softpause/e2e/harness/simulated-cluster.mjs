// A simulated cluster, which the agent controls through its `exec` actuator like a real one: it reads
// one JSON object and writes one. It runs 40 jobs of 2.5 % each. To reduce its load, it lets jobs write
// a checkpoint, which takes a moment and full power, and then stops them; to raise it, it starts them
// again, which takes a moment too. It reports the load that it measures, not the one that was ordered.
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

// Stops jobs from the last to the first, so that the same jobs survive every reduction.
const wanted = Math.floor(order.ceilingBps / BPS_EACH);
const stopping = jobs.map((state, place) => state === 'running' && place >= wanted);
const starting = jobs.map((state, place) => state === 'stopped' && place < wanted);

// A job that stops draws power until its checkpoint is written; one that starts, only at the end.
if (stopping.includes(true)) await pause(CHECKPOINT_MS);
if (starting.includes(true)) await pause(START_MS);
const after = jobs.map((state, place) => (stopping[place] ? 'stopped' : starting[place] ? 'running' : state));
const measuredBps = after.filter((state) => state === 'running').length * BPS_EACH;

// The agent, and this script with it, may be killed at any moment; the rename keeps the file whole.
writeFileSync(`${stateFile}.new`, JSON.stringify({ measuredBps, askedBps: order.ceilingBps, jobs: after }));
renameSync(`${stateFile}.new`, stateFile);
console.log(JSON.stringify({ measuredBps }));
