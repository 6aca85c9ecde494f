// Made by “npm run icons” from Lucide; see the notice in LICENSE.
export const circleAlertIcon = 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M12 8L12 12M12 16L12.01 16';
