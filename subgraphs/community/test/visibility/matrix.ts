import { type ViewerName, viewerNames } from './viewers.js';
import type { World } from './world.js';

/**
 * Who sees what: section 6 of domain.md, for the community. A row is an object; with a field at its end, what is written
 * there. "yes": seen, by node(id) and as a reference. "-": nowhere, whatever is asked; of a field: null.
 *
 * The owner and the reader (READER) and the contact (MEMBER_CONTACT, ICT_MANAGER) work for one authority, the other (READER)
 * for another one. Both authorities are members, and so is the company of the vendor (VENDOR_EDITOR). The coordinator of a
 * circle has no employer. "Colleague" are the owner's own data, who did not agree to be in the member directory.
 * What begins with a small letter is no object: the questions are in other-questions.ts.
 */
const matrix = `
  object                                    | anonymous signedIn other vendor reader contact coordinator owner staff

  Event                                     | yes       yes      yes   yes    yes    yes     yes         yes   yes
  Event onlineUrl                           | -         -        -     -      -      -       -           yes   yes
  Event meeting                             | yes       yes      yes   yes    yes    yes     yes         yes   yes
  Event meeting onlineUrl                   | -         -        -     -      -      -       yes         -     yes
  Event draft                               | -         -        -     -      -      -       -           -     yes
  Event draft of the circle                 | -         -        -     -      -      -       yes         -     yes
  EventQuestion                             | yes       yes      yes   yes    yes    yes     yes         yes   yes
  EventQuestion of a draft                  | -         -        -     -      -      -       -           -     yes
  Track                                     | yes       yes      yes   yes    yes    yes     yes         yes   yes
  Track of a draft                          | -         -        -     -      -      -       -           -     yes
  Room                                      | yes       yes      yes   yes    yes    yes     yes         yes   yes
  Room of a draft                           | -         -        -     -      -      -       -           -     yes
  Exhibitor                                 | yes       yes      yes   yes    yes    yes     yes         yes   yes
  Exhibitor of a draft                      | -         -        -     -      -      -       -           -     yes
  Session                                   | yes       yes      yes   yes    yes    yes     yes         yes   yes
  Session private                           | -         -        -     yes    -      -       -           yes   yes
  Session of a draft                        | -         -        -     -      -      -       -           -     yes
  SessionSpeaker                            | yes       yes      yes   yes    yes    yes     yes         yes   yes
  SessionSpeaker person                     | -         -        -     -      -      -       -           -     yes
  SessionSpeaker private                    | -         -        -     yes    -      -       -           yes   yes
  SessionSpeaker of a draft                 | -         -        -     -      -      -       -           -     yes
  SessionMaterial                           | yes       yes      yes   yes    yes    yes     yes         yes   yes
  SessionMaterial for participants          | -         -        -     -      -      -       -           yes   yes
  SessionMaterial private                   | -         -        -     yes    -      -       -           yes   yes
  SessionMaterial of a draft                | -         -        -     -      -      -       -           -     yes
  SessionInvitation                         | -         -        -     yes    -      -       -           yes   yes
  TrainingSession                           | yes       yes      yes   yes    yes    yes     yes         yes   yes
  TrainingSession of a draft                | -         -        -     -      -      -       -           -     yes

  KnowledgeCircle internalNotes             | -         -        -     -      -      -       yes         -     yes
  CircleAccession                           | -         -        -     -      yes    yes     yes         yes   yes
  CalendarFeed                              | -         -        -     -      -      -       -           yes   -
  Certificate                               | -         -        -     -      -      yes     -           yes   yes
  Person colleague learningRecord           | -         -        -     -      -      yes     -           yes   yes

  Publication                               | yes       yes      yes   yes    yes    yes     yes         yes   yes
  Publication body                          | yes       yes      yes   yes    yes    yes     yes         yes   yes
  Publication draft                         | -         -        -     -      -      -       -           -     yes
  Publication of a later day                | -         -        -     -      -      -       -           -     yes
  Publication for members                   | yes       yes      yes   yes    yes    yes     yes         yes   yes
  Publication for members body              | -         -        yes   yes    yes    yes     -           yes   yes
  Publication for members url               | -         -        yes   yes    yes    yes     -           yes   yes
  MediaItem                                 | yes       yes      yes   yes    yes    yes     yes         yes   yes
  MediaItem draft                           | -         -        -     -      -      -       -           -     yes
  MediaItem for members                     | yes       yes      yes   yes    yes    yes     yes         yes   yes
  MediaItem for members url                 | -         -        yes   yes    yes    yes     -           yes   yes
  NewsItem                                  | yes       yes      yes   yes    yes    yes     yes         yes   yes
  NewsItem draft                            | -         -        -     -      -      -       -           -     yes
  NewsItem for members body                 | -         -        yes   yes    yes    yes     -           yes   yes
  Author                                    | yes       yes      yes   yes    yes    yes     yes         yes   yes
  Author person                             | -         -        -     -      -      -       -           -     yes
  Author of a draft                         | -         -        -     -      -      -       -           -     yes

  Person who agreed                         | -         yes      yes   yes    yes    yes     yes         yes   yes
  Person who agreed email                   | -         -        -     -      -      -       -           -     yes
  Person who did not                        | -         -        -     -      -      -       -           -     yes
  Consent                                   | -         -        -     -      -      -       -           yes   yes
  Employment of who agreed                  | -         yes      yes   yes    yes    yes     yes         yes   yes
  Employment of who did not                 | -         -        -     -      -      -       -           -     yes
  Employment colleague                      | -         -        -     -      -      yes     -           yes   yes

  Registration of who agreed                | -         yes      yes   -      yes    yes     yes         yes   yes
  Registration of who agreed audience       | -         -        -     -      -      -       -           -     yes
  Registration of who agreed priceCents     | -         -        -     -      -      -       -           -     yes
  Registration of who agreed personName     | -         yes      yes   -      yes    yes     yes         yes   yes
  Registration of who agreed ticketCode     | -         -        -     -      -      -       -           -     yes
  Registration of who agreed offeredAt      | -         -        -     -      -      -       -           -     yes
  Registration of who agreed offerExpiresAt | -         -        -     -      -      -       -           -     yes
  Registration of who agreed checkedInAt    | -         -        -     -      -      -       -           -     yes
  Registration of who agreed registeredBy   | -         -        -     -      -      -       -           -     yes
  Registration of who agreed answers        | -         -        -     -      -      -       -           -     yes
  Registration colleague                    | -         -        -     -      -      yes     -           yes   yes
  Registration colleague audience           | -         -        -     -      -      yes     -           yes   yes
  Registration colleague ticketCode         | -         -        -     -      -      -       -           yes   yes
  Registration waiting                      | -         -        -     -      -      -       -           -     yes
  Registration waiting personName           | -         -        -     -      -      -       -           -     yes
  Registration waiting waitingPosition      | -         -        -     -      -      -       -           -     yes
  Registration given up                     | -         -        -     -      -      -       yes         -     yes
  Registration given up cancelledAt         | -         -        -     -      -      -       yes         -     yes
  Registration given up ticketCode          | -         -        -     -      -      -       -           -     yes
  SessionSignup of who agreed               | -         yes      yes   -      yes    yes     yes         yes   yes
  SessionSignup of who agreed offeredAt     | -         -        -     -      -      -       -           -     yes
  SessionSignup of who agreed offerExpiresAt| -         -        -     -      -      -       -           -     yes
  SessionSignup of who agreed checkedInAt   | -         -        -     -      -      -       -           -     yes
  SessionSignup given up                    | -         -        -     -      -      -       -           -     yes
  SessionSignup given up cancelledAt        | -         -        -     -      -      -       -           -     yes
  SessionSignup colleague                   | -         -        -     -      -      yes     -           yes   yes
  SessionSignup colleague checkedInAt       | -         -        -     -      -      yes     -           yes   yes
  ExhibitorScan                             | -         -        -     yes    -      -       -           yes   -
  ExhibitorScan participantEmail            | -         -        -     yes    -      -       -           yes   -

  Membership effective                      | -         -        -     -      -      yes     -           yes   yes
  Membership acceded                        | -         -        -     -      -      yes     -           -     yes
  Membership company                        | -         -        -     -      -      -       -           -     yes
  Membership rejected                       | -         -        -     -      -      yes     -           yes   yes
  Membership rejected rejectionReason       | -         -        -     -      -      -       -           yes   yes
  Membership given up                       | -         -        -     -      -      yes     -           yes   yes
  Membership given up cancellationReason    | -         -        -     -      -      -       -           yes   yes
  MembershipTerm                            | -         -        -     -      -      yes     -           yes   yes
  StoredFile accession document             | -         -        -     -      -      yes     -           -     yes
  MailingListSubscription                   | -         -        -     -      -      -       -           yes   yes
  MailingListIssue sent                     | -         -        -     -      -      -       -           yes   yes
  MailingListIssue being written            | -         -        -     -      -      -       -           -     yes

  words of a publication for members        | -         -        yes   yes    yes    yes     -           yes   yes
  words of a news item for members          | -         -        yes   yes    yes    yes     -           yes   yes
  words of what is for members, in all      | -         -        yes   yes    yes    yes     -           yes   yes
  file of the accession document            | -         -        -     -      -      yes     -           -     yes
  certificate by its code alone             | yes       yes      yes   yes    yes    yes     yes         yes   yes
  overview of memberships                   | -         -        -     -      -      -       -           -     yes
`;

/** Types that everybody sees all of, and why. */
export const everybody: Readonly<Record<string, string>> = {
  Municipality: 'territory is a fact of public registers',
  Organisation: 'a legal person is a fact of public registers',
  KnowledgeCircle: 'which circles there are is what the association tells; their coordinators are people',
  CircleTrajectory: 'what a circle works on is there to be shared',
  CircleMembership: 'which authority is in which circle is on the map',
  Cohort: 'who is compared with whom is no secret, figures are',
  Theme: 'a word list',
  EventSeries: 'what the association organises every year',
  Training: 'what the association teaches',
  MailingList: 'one subscribes without an account',
  ConsentWording: 'one reads it before agreeing, also without an account',
  MembershipFee: 'who thinks of joining may know what it costs',
};

/** Types that came after the matrix was written: their own tests hold until they have lines here. */
export const withoutLines: readonly string[] = [
  'Project',
  'ProjectParticipation',
  'ProjectPartner',
  'Partnership',
  'ThinkTank',
  'ThinkTankMember',
  'FocusProject',
  'MentorshipOffer',
  'MentorshipRequest',
  'Mentorship',
];

export interface Line {
  /** Name of the row in the world, or of another question. */
  readonly object: string;
  readonly field?: string;
  readonly seenBy: readonly ViewerName[];
}

const texts = matrix
  .trim()
  .split('\n')
  .slice(1)
  .filter((text) => text.includes('|'))
  .map((text) => text.split('|').map((part) => part.trim()) as [name: string, cells: string]);

/** Lines without a cell for every viewer. */
export const unfinishedLines = texts.filter(([, cells]) => cells.split(/\s+/).length !== viewerNames.length);

/** The types that the matrix has. */
export const typesOfMatrix = new Set([...texts.map(([name]) => name.split(' ')[0]!), ...Object.keys(everybody)]);

/** The lines of the matrix; what everybody sees is one line a type. */
export const linesOf = ({ rows }: World): Line[] => [
  ...texts.map(([name, cells]) => lineOf(name, cells.split(/\s+/), rows)),
  ...Object.keys(everybody).map((object) => ({ object, seenBy: viewerNames })),
];

function lineOf(name: string, cells: readonly string[], rows: World['rows']): Line {
  const seenBy = viewerNames.filter((_, column) => cells[column] === 'yes');
  if (rows[name] || /^[a-z]/.test(name)) return { object: name, seenBy };
  const words = name.split(' ');
  return { object: words.slice(0, -1).join(' '), field: words.at(-1)!, seenBy };
}
