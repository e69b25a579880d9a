/** The planner writes the operations, so they begin with their kind. */
export const isMutation = (query: string): boolean => query.startsWith('mutation');
