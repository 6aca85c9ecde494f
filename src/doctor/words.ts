import type { FindingCode, SiteSystem } from './page-facts.js';

/** What is wrong in plain words, and what to do about it, by the system of the site where that differs. */
export interface FindingWords {
  title(about: string, nearest?: string): string;
  fix: Partial<Record<SiteSystem, string>> & { other: string };
}
export interface DoctorMessages {
  title: string;
  fine: string;
  waiting: string;
  close: string;
  toDo: string;
  findings: Record<FindingCode, FindingWords>;
}

const fr: DoctorMessages = {
  title: 'Pourquoi le widget F3E ne s’affiche pas',
  fine: 'Tout est en place : le script, les balises et le serveur se répondent.',
  waiting: 'Nous regardons la page…',
  close: 'Fermer',
  toDo: 'Que faire',
  findings: {
    nothing: {
      title: (about) =>
        about
          ? 'La page ne contient ni le script ni la balise du widget : il n’en reste que le lien.'
          : 'La page ne contient ni le script ni la balise d’un widget.',
      fix: {
        wordpress:
          'Au rôle d’auteur ou de contributeur, et dans l’éditeur visuel, WordPress retire le code sans le dire. Utilisez le bloc ou le code court de l’extension F3E, ou un bloc « HTML personnalisé » enregistré par une personne administratrice ou éditrice.',
        spip: 'Utilisez le raccourci du plugin F3E, par exemple <calendrier|communaute=genre>.',
        other:
          'Collez tout le code copié à l’adresse /integrer dans la source de la page, pas dans l’éditeur visuel. S’il y est, l’éditeur l’a retiré : choisissez un format qui ne filtre pas le HTML.',
      },
    },
    'no-script': {
      title: (about) => `La page ne contient pas le script ${about}/v1/f3e.js.`,
      fix: {
        wordpress:
          'L’extension F3E l’ajoute d’elle-même. Sans elle, une personne administratrice ou éditrice colle le code dans un bloc « HTML personnalisé » : au rôle d’auteur ou de contributeur, WordPress retire le script sans le dire.',
        spip: 'Le plugin F3E l’ajoute de lui-même. Sans lui, ajoutez la ligne « script » au squelette (inclure/head.html), ou demandez à l’administration de ne plus filtrer les scripts.',
        drupal:
          'Le format de texte retire les scripts : choisissez un format qui ne filtre pas le HTML, ou ajoutez le script au thème.',
        joomla:
          'Le filtre de texte retire les scripts : une personne au rôle de super-utilisateur enregistre l’article, ou le script s’ajoute au modèle.',
        wix: 'Collez le code dans « Intégrer du code › Intégrer du HTML », pas dans un texte.',
        other: 'Ajoutez la première ligne du code copié, celle qui commence par « <script ».',
      },
    },
    'script-held': {
      title: (about) => `Un outil de consentement retient le script (${about}).`,
      fix: {
        wordpress:
          'Dans les réglages de l’extension de cookies (Complianz, CookieYes, Axeptio…), classez f3e.js parmi les scripts nécessaires : il ne dépose rien sur l’appareil et ne suit personne.',
        other:
          'Classez f3e.js parmi les scripts nécessaires : il ne dépose rien sur l’appareil et ne suit personne, aucun consentement n’est à demander (article 82 de la loi Informatique et Libertés).',
      },
    },
    'script-rewritten': {
      title: (about) => `Une extension d’optimisation a changé le script (type « ${about} »).`,
      fix: {
        wordpress:
          'Dans WP Rocket, LiteSpeed, Autoptimize ou Perfmatters, excluez « f3e.js » de l’exécution différée, de la combinaison et de la minification des scripts.',
        other: 'Excluez « f3e.js » de ce que l’outil retarde, combine ou réécrit.',
      },
    },
    'script-blocked': {
      title: (about) => `La politique de sécurité de la page (CSP) refuse les scripts de ${about}.`,
      fix: {
        other:
          'La personne qui gère le serveur ajoute cette adresse à script-src et à connect-src (et à img-src pour les images).',
      },
    },
    'script-wrong-type': {
      title: () => 'Le script f3e.js est chargé sans type="module" : il ne peut pas démarrer.',
      fix: {
        wordpress:
          'L’extension F3E le charge comme il faut. Sans elle, remettez type="module", ou utilisez f3e.classic.js.',
        other: 'Remettez type="module" dans la balise, ou utilisez f3e.classic.js à la place.',
      },
    },
    'version-retired': {
      title: (about) => `Cette version du script n’est plus servie : ${about}`,
      fix: {
        other:
          'Reprenez le code à l’adresse /integrer : celui qui commence par /v1/ reçoit les nouvelles versions de lui-même.',
      },
    },
    'tag-stripped': {
      title: (about) =>
        about
          ? 'Le script est là, mais la balise du widget a été retirée : il n’en reste que le lien.'
          : 'Le script est là, mais la page ne contient aucun widget.',
      fix: {
        wordpress:
          'L’éditeur visuel et les rôles d’auteur ou de contributeur retirent la balise. Utilisez le bloc ou le code court de l’extension F3E, ou un bloc « HTML personnalisé » enregistré par une personne administratrice ou éditrice.',
        spip: 'Utilisez le raccourci du plugin F3E, par exemple <calendrier|community=genre>.',
        drupal:
          'Affichez la source avant de coller, dans un format qui ne filtre pas le HTML, ou utilisez la forme <div data-f3e="…">.',
        other:
          'Collez le code dans la source de la page, pas dans l’éditeur visuel ; ou utilisez la forme <div data-f3e="…">, que les éditeurs gardent.',
      },
    },
    'tag-unknown': {
      title: (about, nearest) =>
        `La balise <${about}> n’existe pas${nearest ? ` ; vouliez-vous <f3e-${nearest}> ?` : '.'}`,
      fix: { other: 'Reprenez le code à l’adresse /integrer.' },
    },
    'tag-self-closed': {
      title: (about) => `La balise <${about}> n’est pas fermée : la suite de la page disparaît dedans.`,
      fix: { other: 'Écrivez la balise de fin : <f3e-…></f3e-…>.' },
    },
    'wrong-slug': {
      title: (about, nearest) =>
        `Rien ne s’appelle « ${about} »${nearest ? ` ; vouliez-vous « ${nearest} » ?` : '.'}`,
      fix: { other: 'Corrigez le nom dans la balise ; /integrer en donne la liste.' },
    },
    'api-unreachable': {
      title: (about) => `Le serveur ${about} ne répond pas.`,
      fix: {
        other:
          'Vérifiez l’adresse (attribut endpoint) et réessayez ; si cela dure, prévenez la personne qui tient ce serveur. La page garde le lien pendant ce temps.',
      },
    },
    'api-no-cors': {
      title: (about) => `${about} répond, mais ne permet pas aux autres sites de le lire (CORS).`,
      fix: {
        other:
          'La personne qui tient ce serveur, ou le proxy devant lui, laisse passer l’en-tête Access-Control-Allow-Origin.',
      },
    },
    'api-blocked': {
      title: (about) => `La politique de sécurité de la page (CSP) refuse d’interroger ${about}.`,
      fix: { other: 'La personne qui gère le serveur de la page ajoute cette adresse à connect-src.' },
    },
    'origin-refused': {
      title: (about) =>
        `Le formulaire ne s’envoie pas depuis ${about} : ce site n’est pas dans la liste du serveur. Il mène à la page hébergée.`,
      fix: {
        other: 'Demandez à F3E d’ajouter cette adresse à ALLOWED_ORIGINS ; le reste du widget fonctionne.',
      },
    },
    hidden: {
      title: (about) => `Le widget est là, mais « ${about} » le cache.`,
      fix: {
        other:
          'Si c’est un onglet ou un bloc replié, c’est normal : il se charge à l’ouverture. Sinon, une règle de style de la page le cache (display, visibility, height ou opacity).',
      },
    },
  },
};

const en: DoctorMessages = {
  title: 'Why the F3E widget does not show',
  fine: 'All is in place: script, tags and server answer each other.',
  waiting: 'Looking at the page…',
  close: 'Close',
  toDo: 'What to do',
  findings: {
    nothing: {
      title: (about) =>
        about
          ? 'The page holds neither the script nor the tag of the widget: only its link is left.'
          : 'The page holds neither the script nor the tag of a widget.',
      fix: {
        wordpress:
          'For authors and contributors, and in the visual editor, WordPress removes the code without a word. Use the block or the shortcode of the F3E plugin, or a “Custom HTML” block saved by an administrator or editor.',
        spip: 'Use the shortcut of the F3E plugin, such as <calendrier|communaute=genre>.',
        other:
          'Paste all the code copied at /integrer into the source of the page, not in the visual editor. If it is there, the editor removed it: choose a format that does not filter HTML.',
      },
    },
    'no-script': {
      title: (about) => `The page does not hold the script ${about}/v1/f3e.js.`,
      fix: {
        wordpress:
          'The F3E plugin adds it by itself. Without it, an administrator or editor pastes the code in a “Custom HTML” block: for authors and contributors WordPress removes the script without a word.',
        spip: 'The F3E plugin adds it by itself. Without it, add the “script” line to the templates (inclure/head.html).',
        drupal:
          'The text format removes scripts: choose one that does not filter HTML, or add the script to the theme.',
        joomla:
          'The text filter removes scripts: a super user saves the article, or the script is added to the template.',
        wix: 'Paste the code in “Embed code › Embed HTML”, not in a text.',
        other: 'Add the first line of the code, the one that begins with “<script”.',
      },
    },
    'script-held': {
      title: (about) => `A consent tool holds the script back (${about}).`,
      fix: {
        other:
          'File f3e.js among the necessary scripts: it stores nothing on the device and follows nobody, so that no consent is to be asked for.',
      },
    },
    'script-rewritten': {
      title: (about) => `An optimiser has changed the script (type “${about}”).`,
      fix: { other: 'Exclude “f3e.js” from what the tool delays, combines or rewrites.' },
    },
    'script-blocked': {
      title: (about) => `The content security policy of the page refuses scripts of ${about}.`,
      fix: {
        other:
          'Whoever runs the server adds this address to script-src and connect-src (img-src for pictures).',
      },
    },
    'script-wrong-type': {
      title: () => 'The script f3e.js is loaded without type="module": it cannot start.',
      fix: { other: 'Put type="module" back in its tag, or use f3e.classic.js instead.' },
    },
    'version-retired': {
      title: (about) => `This version of the script is no longer served: ${about}`,
      fix: {
        other: 'Take the code again at /integrer: an address with /v1/ receives new versions by itself.',
      },
    },
    'tag-stripped': {
      title: (about) =>
        about
          ? 'The script is there, but the tag of the widget was removed: only its link is left.'
          : 'The script is there, but the page holds no widget.',
      fix: {
        wordpress:
          'The visual editor, and saving as an author or contributor, remove the tag. Use the block or the shortcode of the F3E plugin, or a “Custom HTML” block saved by an administrator or editor.',
        spip: 'Use the shortcut of the F3E plugin, such as <calendrier|community=genre>.',
        other:
          'Paste the code in the source of the page, not in the visual editor; or use <div data-f3e="…">, which editors keep.',
      },
    },
    'tag-unknown': {
      title: (about, nearest) =>
        `There is no tag <${about}>${nearest ? `; did you mean <f3e-${nearest}>?` : '.'}`,
      fix: { other: 'Take the code again at /integrer.' },
    },
    'tag-self-closed': {
      title: (about) => `The tag <${about}> is not closed: the rest of the page disappears in it.`,
      fix: { other: 'Write the end tag: <f3e-…></f3e-…>.' },
    },
    'wrong-slug': {
      title: (about, nearest) =>
        `Nothing is called “${about}”${nearest ? `; did you mean “${nearest}”?` : '.'}`,
      fix: { other: 'Correct the name in the tag; /integrer lists them.' },
    },
    'api-unreachable': {
      title: (about) => `The server ${about} does not answer.`,
      fix: {
        other:
          'Check the address (attribute endpoint) and try again; if it lasts, tell whoever runs that server. The page keeps the link meanwhile.',
      },
    },
    'api-no-cors': {
      title: (about) => `${about} answers, but does not let other sites read it (CORS).`,
      fix: {
        other:
          'Whoever runs that server, or the proxy before it, lets the header Access-Control-Allow-Origin through.',
      },
    },
    'api-blocked': {
      title: (about) => `The content security policy of the page refuses requests to ${about}.`,
      fix: { other: 'Whoever runs the server of the page adds this address to connect-src.' },
    },
    'origin-refused': {
      title: (about) =>
        `The form is not sent from ${about}: the server does not list this site. It leads to the hosted page.`,
      fix: { other: 'Ask F3E to add this address to ALLOWED_ORIGINS; the rest of the widget works.' },
    },
    hidden: {
      title: (about) => `The widget is there, but “${about}” hides it.`,
      fix: {
        other:
          'In a tab or a folded block that is normal: it loads when opened. Else a style of the page hides it (display, visibility, height or opacity).',
      },
    },
  },
};

export const doctorMessages = (language: string): DoctorMessages => (language.startsWith('en') ? en : fr);
