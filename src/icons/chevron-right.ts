// Made by “npm run icons” from Lucide; see the notice in LICENSE.
export const chevronRightIcon = 'M9 18l6-6-6-6';
