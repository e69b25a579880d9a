import { createHash } from 'node:crypto';
import { demoSeed, dice, type DemoAuthority, type DemoWorld, ictManagerId } from '@lokaal/shared/demo';
import { seededId } from '@lokaal/shared/seeding';
import { approved, type Drawn } from './demo-membership-terms.js';
import { demoPdf } from './demo-pdf.js';

const shares: Partial<Record<DemoAuthority['kind'], number>> = { MUNICIPALITY: 0.72, OCMW: 0.4 };

/** Local authorities that acceded, each with its signed document. */
/** A few let it lapse. */
const lapsedShare = 0.02;

export function accededAuthorities({ authorities, lastDay }: DemoWorld) {
  return authorities
    .filter(({ key, kind, until }) => !until && dice(demoSeed, 'acceded', key).chance(shares[kind] ?? 0.2))
    .map((authority) => {
      const key = `ACCEDED:${authority.key}`;
      const by = dice(demoSeed, key);
      const lapsed = by.chance(lapsedShare);
      const term = { rate: null, notBefore: authority.since, employerId: null, lapsed, lastDay };
      const drawn = approved({ key, by, type: 'ACCEDED', ...term });
      const file = documentOf(authority, drawn.row);
      const holder = { organisation_id: authority.id, holder_kind: authority.kind, accession_document_id: file.id };
      return { drawn: { ...drawn, row: { ...drawn.row, ...holder } }, file };
    });
}

function documentOf(authority: DemoAuthority, { id, since, applied_at: uploadedAt }: Drawn['row']) {
  const content = demoPdf([
    'Toetredingsdocument (demonstratiegegeven)',
    `${authority.name} treedt toe tot de vereniging vanaf ${since}.`,
    'Verzonnen: niemand heeft dit ondertekend.',
  ]);
  return {
    id: seededId('file', `ACCESSION:${authority.key}`),
    attached_to_id: id,
    file_name: 'toetredingsdocument.pdf',
    media_type: 'application/pdf',
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    uploaded_by_id: authority.kind === 'MUNICIPALITY' ? ictManagerId(authority) : null,
    uploaded_at: uploadedAt,
    content,
  };
}
