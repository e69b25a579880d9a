import { connectionsOfPool, contenders, type Contender, type Place } from './contenders/index.js';
import { ask, requireEqualAnswers, type Named } from './measure/ask.js';
import { countStatements, startCounting, stopCounting } from './measure/count-statements.js';
import { measureRun, type RunFigures, type RunPlan } from './measure/measure-run.js';
import { ratioTo, summarise, type Measured } from './measure/summary.js';
import type { Options } from './options.js';
import { describeMachine } from './report/machine.js';
import type { Report } from './report/report.js';
import { startBenchPostgres, type BenchPostgres } from './postgres/bench-postgres.js';
import type { UndoList } from './undo-list.js';

/** The sizes of the question for which answers are compared and statements counted. */
const sizes = [1, 2, 5, 20, 100];

const say = (text: string): void => console.error(text);

async function startAll(place: Place, undo: UndoList): Promise<Named[]> {
  const all: Named[] = [];
  // One after the other: the floor copies the graph's data.
  for (const contender of contenders) {
    say(`Starting: ${contender.name} ...`);
    all.push(await startOne(contender, place, undo));
  }
  return all;
}

async function startOne({ name, start }: Contender, place: Place, undo: UndoList): Promise<Named> {
  const running = await start(place);
  undo.add(() => running.stop());
  return { name, running };
}

async function describe({ name, running }: Named, postgres: BenchPostgres, first: number): Promise<Measured> {
  const statements: Record<number, number> = {};
  for (const size of sizes) statements[size] = await countStatements(postgres, running, size);
  return { name, statements, answerBytes: Buffer.byteLength(await ask(running, first)), runs: [] };
}

const figures = ({ requestsPerSecond, ownCpu }: RunFigures): string =>
  `${requestsPerSecond.toFixed(0)} requests/s, ${ownCpu?.toFixed(2) ?? '-'} ms CPU`;

/** A B A B ...: what changes on the machine meanwhile changes for everybody. */
async function runRounds(all: readonly Named[], rounds: number, plan: RunPlan): Promise<RunFigures[][]> {
  const runs: RunFigures[][] = all.map(() => []);
  for (let round = 1; round <= rounds; round += 1)
    for (const [index, { name, running }] of all.entries()) {
      const run = await measureRun(running, plan);
      runs[index]?.push(run);
      say(`Round ${round} of ${rounds}, ${name}: ${figures(run)}`);
    }
  return runs;
}

/** Starts everybody on the same data, makes sure that they answer the same, and measures them in turns. */
export async function compare(options: Options, folder: string, undo: UndoList): Promise<Report> {
  const machine = describeMachine();
  const postgres = await startBenchPostgres(folder);
  undo.add(() => postgres.stop());
  const place = { postgres, folder, scale: options.scale, connections: connectionsOfPool };
  const all = await startAll(place, undo);
  await requireEqualAnswers(all, sizes);
  await startCounting(postgres);
  const described: Measured[] = [];
  for (const one of all) described.push(await describe(one, postgres, options.first));
  await stopCounting(postgres);
  const plan = { postgres, first: options.first, connections: options.connections };
  say('Warming up ...');
  await runRounds(all, 1, { ...plan, seconds: options.warmUpSeconds });
  const runs = await runRounds(all, options.rounds, { ...plan, seconds: options.seconds });
  const measured = described.map((one, index) => ({ ...one, runs: runs[index] ?? [] }));
  const [ours, ...others] = measured;
  return {
    measuredAt: new Date().toISOString(),
    machine,
    options,
    contenders: measured.map(summarise),
    ratios: others.map((theirs) => ratioTo(ours!, theirs)),
  };
}
