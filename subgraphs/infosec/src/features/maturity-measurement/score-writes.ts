import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import type { KnownControl } from './control-facts.js';
import type { ControlScoreEntity, MaturityMeasurementEntity } from './maturity-measurement.entity.js';

type Measured = Pick<MaturityMeasurementEntity, 'id' | 'authorityId'>;

/** What is written of a score. Absent and null are the same. */
export interface GivenScore {
  readonly controlId: string;
  readonly documentation?: number | null;
  readonly implementation?: number | null;
  readonly notApplicable: boolean;
  readonly reason?: string | null;
  readonly note?: string | null;
}

/** All scores in one statement, those that were there replaced; new ones get ids in the framework's order. */
export async function writeScores(
  tx: EntityManager,
  measurement: Measured,
  scores: readonly GivenScore[],
): Promise<void> {
  const rows = scores.map(({ controlId, notApplicable, ...score }) => ({
    ...score,
    id: newId('score'),
    control_id: controlId,
    not_applicable: notApplicable,
  }));
  await tx.query(
    `insert into control_score (id, authority_id, measurement_id, control_id, documentation, implementation, not_applicable, reason, note)
      select id, $2, $3, control_id, documentation, implementation, not_applicable, reason, note
      from json_to_recordset($1) as given (id text, control_id text, documentation smallint, implementation smallint,
        not_applicable boolean, reason text, note text)
      on conflict (measurement_id, control_id) do update
        set documentation = excluded.documentation, implementation = excluded.implementation,
          not_applicable = excluded.not_applicable, reason = excluded.reason, note = excluded.note,
          updated_at = now(), version = control_score.version + 1`,
    [JSON.stringify(rows), measurement.authorityId, measurement.id],
  );
}

/** Scores in the order of the framework's controls. */
export function inOrder<Score extends Pick<ControlScoreEntity, 'controlId'>>(
  controls: readonly KnownControl[],
  scores: readonly Score[],
): Score[] {
  const places = new Map(controls.map(({ id }, place) => [id, place]));
  return scores.toSorted((one, other) => places.get(one.controlId)! - places.get(other.controlId)!);
}
