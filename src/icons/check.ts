// Made by “npm run icons” from Lucide; see the notice in LICENSE.
export const checkIcon = 'M20 6 9 17l-5-5';
