/** Les widgets de l’essai : leur balise, ses attributs, et le lien qui reste quand rien d’autre ne vient. */
export const widgets = {
  carte: ['f3e-community-card', { community: 'genre' }, '/communautes/genre', 'La communauté genre du F3E'],
  annuaire: ['f3e-community-directory', {}, '/communautes', 'Les communautés de pratiques du F3E'],
  agenda: ['f3e-session-calendar', {}, '/seances', 'Les séances des communautés'],
  ressources: ['f3e-resource-list', {}, '/ressources', 'Les ressources du F3E'],
  rejoindre: [
    'f3e-join-form',
    { community: 'genre' },
    '/communautes/genre/rejoindre',
    'Rejoindre la communauté genre',
  ],
  proposer: ['f3e-proposal-form', {}, '/proposer', 'Proposer une communauté'],
};

/** Le widget choisi, tel qu’une page l’écrit : un élément, dans un autre qui porte l’apparence si besoin. */
export function written({ widget = 'carte', theme = 'neutral' }) {
  const [tag, attributes, href, text] = widgets[widget] ?? widgets.carte;
  const preset = theme === 'neutral' ? {} : { theme };
  // Le « theme » d’une liste de ressources est un sujet : l’apparence lui vient d’un fournisseur.
  const isApart = tag === 'f3e-resource-list' && preset.theme;
  const element = { tag, attributes: isApart ? attributes : { ...attributes, ...preset }, href, text };
  return isApart ? { tag: 'f3e-provider', attributes: preset, inner: element } : element;
}
