import { connectionOf } from '@lokaal/shared/graphql';
import { createUnionType } from 'type-graphql';
import { KnowledgeCircle } from '../knowledge-circle/knowledge-circle.type.js';
import { MailingList, MailingListIssue } from '../mailing-list/mailing-list.type.js';
import { MediaItem } from '../media-item/media-item.type.js';
import { MentorshipOffer, MentorshipRequest } from '../mentorship/mentorship.type.js';
import { Municipality } from '../municipality/municipality.type.js';
import { NewsItem } from '../news-item/news-item.type.js';
import { Organisation } from '../organisation/organisation.type.js';
import { Partnership } from '../partnership/partnership.type.js';
import { Person } from '../person/person.type.js';
import { Publication } from '../publication/publication.type.js';
import { Project } from '../project/project.type.js';
import { FocusProject, ThinkTank } from '../think-tank/think-tank.type.js';
import { Training } from '../training/training.type.js';
import { Event } from '../event/event.type.js';
import { Session } from '../event-session/session.type.js';
import { Theme } from '../theme/theme.type.js';

const SearchResult = createUnionType({
  name: 'SearchResult',
  description: 'Zoekresultaat: something that a search found.',
  types: () =>
    [
      Publication,
      MediaItem,
      NewsItem,
      Event,
      Session,
      Training,
      Project,
      FocusProject,
      ThinkTank,
      Partnership,
      MailingList,
      MailingListIssue,
      MentorshipOffer,
      MentorshipRequest,
      Theme,
      KnowledgeCircle,
      Municipality,
      Organisation,
      Person,
    ] as const,
});

// type-graphql types a union as what it holds, not as the class that it is
export const SearchResultConnection = connectionOf<typeof SearchResult>('SearchResult', () => SearchResult as never);
