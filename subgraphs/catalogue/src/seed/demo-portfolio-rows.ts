import {
  addDays,
  dayBetween,
  ictManagerId,
  momentOn,
  weighted,
  type DemoAuthority,
  type Dice,
} from '@lokaal/shared/demo';
import { seededId, type SeedRow } from '@lokaal/shared/seeding';
import type { Usable } from './demo-catalogue.js';

/** How an authority keeps its portfolio. */
export interface Habits {
  /** Share of its items that everybody may see. */
  readonly openness: number;
  readonly costsKnown: boolean;
}

export interface Use {
  readonly authority: DemoAuthority;
  readonly solution: Usable;
  readonly habits: Habits;
  readonly by: Dice;
  readonly lastDay: string;
  /** In use and public, whatever the authority's habits. */
  readonly isShown?: true;
}

const statuses = weighted<[string, number]>(
  [
    ['IN_USE', 82],
    ['PHASING_OUT', 7],
    ['RETIRED', 6],
    ['PLANNED', 5],
  ],
  ([, weight]) => weight,
);

const firstDay = '2009-01-05';

/** Nothing begins before the authority existed or after it merged; what is planned was planned lately. */
function period({ authority, lastDay, by }: Use, status: string) {
  const last = authority.until ?? lastDay;
  if (status === 'PLANNED') return { since: dayBetween(by, addDays(lastDay, -90), lastDay), until: null };
  const first = authority.since > firstDay ? authority.since : firstDay;
  const since = dayBetween(by, first, addDays(last, -120));
  return { since, until: status === 'RETIRED' ? dayBetween(by, addDays(since, 90), last) : null };
}

function visibility({ openness }: Habits, by: Dice): string {
  if (openness === 0) return by.pick(['PRIVATE', 'PRIVATE', 'CIRCLE']);
  if (by.chance(openness)) return 'PUBLIC';
  return by.pick(['LOCAL_AUTHORITIES', 'LOCAL_AUTHORITIES', 'CIRCLE', 'PRIVATE']);
}

const levels = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];

/** Mostly as such software is everywhere, here and there judged one step otherwise. */
function importance({ line }: Usable, by: Dice) {
  const step = Math.min(3, Math.max(0, levels.indexOf(line.criticality) + by.pick([-1, 0, 0, 0, 0, 1])));
  const class_ = (): number => Math.min(4, Math.max(1, step + 1 + by.pick([-1, 0, 0, 1])));
  return {
    criticality: levels[step],
    confidentiality: line.personal_data ? Math.max(2, class_()) : class_(),
    integrity: class_(),
    availability: class_(),
    processes_personal_data: line.personal_data,
  };
}

/** In whole tens of euros a year: dearer for larger authorities and for what matters more. */
function annualCost({ authority, solution }: Use, by: Dice): number {
  const euros =
    900 * solution.line.weight * Math.sqrt(Math.max(4_000, authority.population) / 15_000) * (0.4 + 1.6 * by.next());
  return Math.round(euros / 10) * 1_000;
}

/** One that was there before it was used no more; none where the catalogue has only later ones. */
function versionUntil(day: string, { solution, by }: Use): string | null {
  const released = solution.versions.filter(({ released_on: on }) => on !== null && on <= day);
  return released.length > 0 ? by.pick(released).id : null;
}

export function portfolioRow(use: Use): SeedRow {
  const { authority, solution, habits, by, lastDay } = use;
  const status = authority.until || use.isShown ? 'IN_USE' : statuses(by)[0];
  const { since, until } = period(use, status);
  return {
    id: seededId('portfolioitem', `${authority.key}:${solution.slug}`),
    authority_id: authority.id,
    solution_id: solution.id,
    version_id: by.chance(0.65) ? versionUntil(until ?? lastDay, use) : null,
    status,
    since,
    until,
    ...importance(solution, by),
    owner_unit: solution.line.unit,
    annual_cost_cents: habits.costsKnown && by.chance(0.85) ? annualCost(use, by) : null,
    referent_id: authority.hasReferent && by.chance(0.3) ? ictManagerId(authority) : null,
    visibility: use.isShown ? 'PUBLIC' : visibility(habits, by),
    created_at: momentOn(by, since > '2018-03-01' ? since : '2018-03-01'),
    updated_at: momentOn(by, dayBetween(by, since > '2018-03-01' ? since : '2018-03-01', lastDay)),
  };
}
