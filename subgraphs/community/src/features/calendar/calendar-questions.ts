/** What the calendar asks the graph; entries are made of what the graph answers, so they tell nobody more than it does. */
const event = `fragment event on Event {
  id sequence title summary status cancellationReason startsAt endsAt createdAt updatedAt onlineUrl
  venue { name street postalCode locality }
}`;

const session = `fragment session on Session {
  id sequence title description status startsAt endsAt createdAt updatedAt room { name } event { ...event }
} ${event}`;

export const EVENT = `query CalendarEvent($slug: String!) { event(slug: $slug) { ...event } } ${event}`;

export const SESSIONS = `query CalendarSessions($slug: String!, $after: String) { event(slug: $slug) {
  sessions(first: 100, after: $after) { nodes { ...session } pageInfo { hasNextPage endCursor } } } } ${session}`;

export const AGENDA = `query CalendarAgenda($after: String) { me {
  registrations(first: 100, after: $after, filter: { state: { in: [CONFIRMED, ATTENDED, CANCELLED] } }) {
    nodes { state event { ...event } signups(first: 100) { nodes { state session { ...session } } } }
    pageInfo { hasNextPage endCursor } } } } ${session}`;

export const CIRCLE = `query CalendarCircle($id: ID!, $after: String) {
  knowledgeCircle(id: $id) { name }
  events(first: 100, after: $after, filter: { circleId: { eq: $id } }) {
    nodes { ...event } pageInfo { hasNextPage endCursor } } } ${event}`;
