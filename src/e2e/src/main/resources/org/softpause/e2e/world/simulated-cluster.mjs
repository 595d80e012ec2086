// A cluster that exists only as numbers, driven through the agent's `exec` actuator as a real one
// would be: one JSON object in, one out. It runs 40 jobs of 2.5 % each. Asked for less, it lets jobs
// write a checkpoint, which takes a moment and full power, and then stops them; asked for more, it
// starts them again, which takes a moment too. The load it answers is measured, not what was asked.
//
//   node simulated-cluster.mjs STATE_FILE < {"ceilingBps": 500, …} > {"measuredBps": 500}
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

const now = Date.now();
const jobs = existsSync(stateFile)
  ? JSON.parse(readFileSync(stateFile, 'utf8')).jobs
  : Array.from({ length: JOBS }, () => ({ state: 'running', since: now }));

for (const job of jobs) {
  if (job.state === 'checkpointing' && now - job.since >= CHECKPOINT_MS) {
    Object.assign(job, { state: 'stopped', since: now });
  }
  if (job.state === 'starting' && now - job.since >= START_MS) {
    Object.assign(job, { state: 'running', since: now });
  }
}

// From the last job to the first, so that the same jobs survive every cut.
const wanted = Math.floor(order.ceilingBps / BPS_EACH);
jobs.forEach((job, place) => {
  const may = place < wanted;
  if (!may && (job.state === 'running' || job.state === 'starting')) {
    Object.assign(job, { state: 'checkpointing', since: now });
  } else if (may && job.state === 'checkpointing') {
    Object.assign(job, { state: 'running', since: now });
  } else if (may && job.state === 'stopped') {
    Object.assign(job, { state: 'starting', since: now });
  }
});

const drawing = jobs.filter((job) => job.state === 'running' || job.state === 'checkpointing');
const measuredBps = drawing.length * BPS_EACH;

// The agent may be killed at any moment, and this script with it: never a half-written file.
writeFileSync(`${stateFile}.new`, JSON.stringify({ measuredBps, askedBps: order.ceilingBps, at: now, jobs }));
renameSync(`${stateFile}.new`, stateFile);
console.log(JSON.stringify({ measuredBps }));
