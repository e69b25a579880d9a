import {
  demoSeed,
  dice,
  grouped,
  weighted,
  type DemoAuthority,
  type DemoAuthorityKind,
  type DemoWorld,
  type Dice,
} from '@lokaal/shared/demo';
import { insertRows, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';
import type { Usable } from './demo-catalogue.js';
import { portfolioRow, type Habits } from './demo-portfolio-rows.js';
import { firstPage, shownUses } from './demo-shown-uses.js';

const itemsAtScaleOne = 9_000;

/** How many items such an authority has, beside others of its size. */
const appetites: Readonly<Record<DemoAuthorityKind, { readonly users: string; readonly items: number }>> = {
  MUNICIPALITY: { users: 'M', items: 20 },
  OCMW: { users: 'O', items: 8 },
  AGB: { users: 'X', items: 3 },
  POLICE_ZONE: { users: 'X', items: 6 },
  RESCUE_ZONE: { users: 'X', items: 7 },
  INTERMUNICIPAL: { users: 'X', items: 6 },
  PROVINCE: { users: 'X', items: 25 },
};

/** What is left with an authority that merged is little: the rest was taken over under the successor's name. */
const weightOf = ({ kind, population, until }: DemoAuthority): number =>
  appetites[kind].items * Math.min(3, population / 15_000) ** 0.3 * (until ? 0.4 : 1);

function itemCounts(authorities: readonly DemoAuthority[], items: number): number[] {
  const weights = authorities.map(weightOf);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [given, weight] = [0, 0];
  return weights.map((own) => {
    weight += own;
    const upTo = Math.round((items * weight) / total);
    const count = upTo - given;
    given = upTo;
    return count;
  });
}

/** By kind of user: a function by need, then a solution for it by popularity. */
function shelvesOf(usable: readonly Usable[]) {
  const byFunction = grouped(usable, ({ line }) => line.function);
  return (users: string): ((by: Dice) => Usable) => {
    const shelves = [...byFunction.values()].filter(([first]) => first?.line.users.includes(users));
    const pickers = shelves.map((solutions) => ({
      need: solutions[0]?.line.weight ?? 0,
      pick: weighted(solutions, ({ popularity }) => popularity),
    }));
    const shelf = weighted(pickers, ({ need }) => need);
    return (by) => shelf(by).pick(by);
  };
}

const habitsOf = (authority: DemoAuthority): Habits => {
  const by = dice(demoSeed, 'habits', authority.key);
  // Some show nothing outside, most show nearly all.
  return { openness: by.chance(0.06) ? 0 : 0.55 + 0.4 * by.next(), costsKnown: by.chance(0.7) };
};

/** Different solutions for one authority; after many tries in vain it has them all. */
function chosen(count: number, choose: (by: Dice) => Usable, by: Dice): Usable[] {
  const found = new Set<Usable>();
  for (let tries = 0; found.size < count && tries < count * 20; tries += 1) found.add(choose(by));
  return [...found];
}

interface PortfolioPlan {
  readonly world: DemoWorld;
  readonly usable: readonly Usable[];
  readonly scale: number;
}

/** Rows go to the database by the thousands, so that memory stays bounded. */
const batchSize = 5_000;

/** Who uses what: every authority some solutions, popular ones at many. */
export async function seedPortfolio(client: SqlClient, { world, usable, scale }: PortfolioPlan): Promise<number> {
  const first = firstPage(usable);
  const shown = shownUses(first, world).map(portfolioRow);
  const written = await insertRows(client, 'portfolio_item', shown);
  const others = usable.filter((one) => !first.includes(one));
  const counts = itemCounts(world.authorities, itemsAtScaleOne * scale - written);
  const shelf = shelvesOf(others);
  const choosers = new Map(['M', 'O', 'X'].map((users) => [users, shelf(users)]));
  const rowsOf = (authority: DemoAuthority, count: number): SeedRow[] => {
    const by = dice(demoSeed, 'portfolio', authority.key);
    const choose = choosers.get(appetites[authority.kind].users)!;
    const around = { authority, habits: habitsOf(authority), by, lastDay: world.lastDay };
    return chosen(count, choose, by).map((solution) => portfolioRow({ ...around, solution }));
  };
  return (
    written + (await insertBatches(client, world.authorities, (authority, index) => rowsOf(authority, counts[index]!)))
  );
}

async function insertBatches<One>(
  client: SqlClient,
  all: readonly One[],
  rowsOf: (one: One, index: number) => SeedRow[],
): Promise<number> {
  let rows: SeedRow[] = [];
  let written = 0;
  for (const [index, one] of all.entries()) {
    rows.push(...rowsOf(one, index));
    if (rows.length < batchSize) continue;
    written += await insertRows(client, 'portfolio_item', rows);
    rows = [];
  }
  return written + (await insertRows(client, 'portfolio_item', rows));
}
