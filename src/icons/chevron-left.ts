// Made by “npm run icons” from Lucide; see the notice in LICENSE.
export const chevronLeftIcon = 'M15 18l-6-6 6-6';
