// Made by “npm run icons” from Lucide; see the notice in LICENSE.
export const chevronDownIcon = 'M6 9l6 6 6-6';
