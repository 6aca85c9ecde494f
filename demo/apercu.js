import { written } from './widgets.js';

const choice = Object.fromEntries(new URLSearchParams(location.search));
const root = document.documentElement;
const names = {
  association: 'Rivages en commun',
  blog: 'Carnet des territoires',
  public: 'Coopération de la ville',
};
const texts = {
  en: ['Learning with others', 'Our teams look at their projects with organisations that ask the same questions. Here is where they meet, and how to join them.', 'A question about these meetings? Our team answers every Thursday morning.'],
  ar: ['نتعلّم مع غيرنا', 'تراجع فرقنا مشاريعها مع منظمات تطرح الأسئلة نفسها. هنا أماكن لقائها وكيفية الانضمام إليها.', 'هل لديك سؤال عن هذه اللقاءات؟ يجيب فريقنا صباح كل خميس.'],
}; // prettier-ignore

const { site = 'association', langue = 'fr' } = choice;
if (names[site]) {
  root.className = `${site} ${choice.sombre ? 'sombre' : ''}`;
  document.querySelector('header p').textContent = names[site];
}
if (texts[langue]) {
  root.lang = langue;
  root.dir = langue === 'ar' ? 'rtl' : 'ltr';
  document.querySelectorAll('h1, .texte').forEach((one, i) => (one.textContent = texts[langue][i]));
}

function drawn({ tag, attributes, inner, href, text }) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (inner) element.append(drawn(inner));
  else element.append(Object.assign(document.createElement('a'), { href, textContent: text }));
  return element;
}
document.querySelector('#place').replaceChildren(drawn(written(choice)));

// Comme quand le service ne répond plus, une fois la page venue.
if (choice.coupe) {
  const { fetch } = window;
  window.fetch = (address, init) =>
    /\/v1\/(?!.*\.js)/.test(String(address.url ?? address))
      ? Promise.reject(new TypeError('offline'))
      : fetch(address, init);
}
if (!choice.sans) await import('/v1/f3e.js');
