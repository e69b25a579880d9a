import type { EntityManager } from 'typeorm';

/** Of a person who is erased: applications go, and a membership ends, so that the employer's next member counts right. */
export async function endMembershipsOf(tx: EntityManager, personId: string, today: string): Promise<void> {
  await tx.query('delete from membership where person_id = $1 and decision is null', [personId]);
  await tx.query(
    `update membership set cancelled_on = $2, version = version + 1
      where person_id = $1 and decision = 'APPROVED' and cancelled_on is null and $2 < grace_until`,
    [personId, today],
  );
}
