// Made by “npm run icons” from Lucide; see the notice in LICENSE.
export const listIcon = 'M3 5h.01M3 12h.01M3 19h.01M8 5h13M8 12h13M8 19h13';
