import { written } from './widgets.js';

const form = document.querySelector('#choix');
const frame = document.querySelector('iframe');
const lines = document.querySelector('#lignes');
const copy = document.querySelector('#copier');
const said = document.querySelector('#dit');
/** L’adresse de l’aperçu : le cadre, lui, peut montrer autre chose. */
let shown = frame.src;
const sites = {
  association: 'rivages-en-commun.example',
  blog: 'carnet-des-territoires.example',
  public: 'cooperation.ville.example',
};

/** Un élément en texte, sur une ligne : c’est ainsi que les éditeurs des sites le gardent entier. */
function inText({ tag, attributes, inner, href, text }) {
  const own = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  const content = inner ? inText(inner) : `<a href="${new URL(href, location.href)}">${text}</a>`;
  return `<${tag}${own.join('')}>${content}</${tag}>`;
}

function show() {
  const choice = Object.fromEntries(new FormData(form));
  const address = new URL(`apercu.html?${new URLSearchParams(choice)}`, location.href);
  // Remplacer : le bouton « Précédent » quitte la page, il ne parcourt pas les essais.
  if (shown !== address.href) frame.contentWindow.location.replace(address);
  shown = address.href;
  frame.parentElement.className = `fenetre ${choice.largeur}`;
  document.querySelector('.adresse').textContent = sites[choice.site];
  lines.textContent = [
    `<script type="module" src="${new URL('/v1/f3e.js', location.href)}"></script>`,
    `<div>${inText(written(choice))}</div>`,
  ].join('\n');
  said.textContent = '';
}

async function copyLines() {
  try {
    await navigator.clipboard.writeText(lines.textContent);
    said.textContent = 'Les deux lignes sont copiées.';
  } catch {
    getSelection().selectAllChildren(lines);
    said.textContent = 'Les deux lignes sont sélectionnées : copiez-les au clavier.';
  }
}

form.hidden = false;
copy.hidden = false;
form.addEventListener('change', show);
copy.addEventListener('click', copyLines);
show();
