import { SearchModel } from '@lokaal/shared/read';
import { knowledgeCircleReads } from '../knowledge-circle/knowledge-circle.reads.js';
import { issueReads, mailingListReads } from '../mailing-list/mailing-list.reads.js';
import { mediaItemReads } from '../media-item/media-item.reads.js';
import { offerReads, requestReads } from '../mentorship/mentorship.reads.js';
import { municipalityReads } from '../municipality/municipality.reads.js';
import { newsItemReads } from '../news-item/news-item.reads.js';
import { organisationReads } from '../organisation/organisation.reads.js';
import { partnershipReads } from '../partnership/partnership.reads.js';
import { personReads } from '../person/person.reads.js';
import { publicationReads } from '../publication/publication.reads.js';
import { projectReads } from '../project/project.reads.js';
import { focusProjectReads, thinkTankReads } from '../think-tank/think-tank.reads.js';
import { trainingReads } from '../training/training.reads.js';
import { eventReads } from '../event/event.reads.js';
import { sessionReads } from '../event-session/session.reads.js';
import { themeReads } from '../theme/theme.reads.js';
import type { SearchType } from './search.enums.js';

const searched = {
  PUBLICATION: publicationReads,
  MEDIA_ITEM: mediaItemReads,
  NEWS_ITEM: newsItemReads,
  EVENT: eventReads,
  SESSION: sessionReads,
  TRAINING: trainingReads,
  PROJECT: projectReads,
  FOCUS_PROJECT: focusProjectReads,
  THINK_TANK: thinkTankReads,
  PARTNERSHIP: partnershipReads,
  MAILING_LIST: mailingListReads,
  MAILING_LIST_ISSUE: issueReads,
  MENTORSHIP_OFFER: offerReads,
  MENTORSHIP_REQUEST: requestReads,
  THEME: themeReads,
  KNOWLEDGE_CIRCLE: knowledgeCircleReads,
  MUNICIPALITY: municipalityReads,
  ORGANISATION: organisationReads,
  PERSON: personReads,
} satisfies Record<SearchType, unknown>;

export const searchResultReads = new SearchModel('SearchResult', searched);
