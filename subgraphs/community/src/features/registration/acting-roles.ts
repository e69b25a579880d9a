/** Roles that act for colleagues: they register them, and see and cancel their registrations. */
export const rolesForColleagues = ['MEMBER_CONTACT', 'ICT_MANAGER'] as const;
