/**
 * The kinds of question that people ask of such a list, and what they hope to see among the first three results: one
 * of these resources of the demonstration data. `kind` says what makes the question hard.
 */
export interface Query {
  kind: string;
  q: string;
  /** Identifiers, any of which answers; nothing when nothing should be found. */
  hoped: readonly string[];
  /** For a question that finds nothing: the words that should be suggested. */
  suggested?: string;
  /** It is among so many results; three when absent. */
  within?: number;
}

export const queries: readonly Query[] = [
  {
    kind: 'one word',
    q: 'capitalisation',
    hoped: [
      'r-capitalisation-guide',
      'r-appui-capitalisation',
      'r-capitalisation-en-action-atelier',
      'r-podcast-forim',
    ],
  },
  { kind: 'one word of a title', q: 'photolangage', hoped: ['r-demo-ecsi-photolangage'] },
  {
    kind: 'plural for singular',
    q: 'évaluations',
    hoped: ['r-evaluer-les-evaluations-2016', 'r-evaluation-methodologie'],
  },
  { kind: 'singular for plural', q: 'récit de territoire', hoped: ['r-demo-gdp-recits'] },
  { kind: 'plural in x', q: 'réseaux membres', hoped: ['r-reseaux-membres-2017'] },
  { kind: 'without accents', q: 'ecologie', hoped: ['r-ecologie-journee-2023', 'r-isf-ecologie-2023'] },
  { kind: 'without accents, several words', q: 'egalite de genre', hoped: ['r-genre-egalite-essentiel'] },
  {
    kind: 'in capitals',
    q: 'MADAC',
    hoped: ['r-madac-page', 'r-madac-guide', 'r-demo-madac-petites-structures', 'r-madac-coordination-sud'],
  },
  {
    kind: 'capitals without accents',
    q: 'EVALUATION',
    hoped: ['r-evaluation-methodologie', 'r-evaluation-transformative-video', 'r-suivi-evaluation-essentiel'],
  },
  { kind: 'accents too many', q: 'dêmarche expérimentàle', hoped: ['r-experimentation-2022'] },
  { kind: 'elision, typed', q: "pouvoir d'agir", hoped: ['r-ecologie-journee-2023', 'r-icpc-guide-aoc'] },
  {
    kind: 'elision, typographic apostrophe',
    q: 'l’écologie',
    hoped: ['r-isf-ecologie-2023', 'r-ecologie-journee-2023'],
  },
  {
    kind: 'elision, qu’',
    q: "qu'est-ce que le Madac",
    hoped: ['r-madac-page', 'r-madac-coordination-sud', 'r-madac-guide', 'r-demo-madac-petites-structures'],
  },
  { kind: 'elision left out', q: 'pouvoir agir', hoped: ['r-ecologie-journee-2023', 'r-icpc-guide-aoc'] },
  { kind: 'ligature', q: 'mise en oeuvre démarche qualité', hoped: ['r-madac-guide'] },
  { kind: 'ligature typed as one', q: 'œuvre', hoped: ['r-madac-guide'] },
  { kind: 'inclusive, midpoints', q: 'référent·e·s genre', hoped: ['r-demo-genre-directions'] },
  {
    kind: 'inclusive, hyphens',
    q: 'référent-e-s et directions',
    hoped: ['r-genre-referents-directions-2025', 'r-demo-genre-directions'],
  },
  {
    kind: 'inclusive, feminine asked',
    q: 'référentes',
    hoped: ['r-genre-referents-directions-2025', 'r-demo-genre-directions'],
  },
  {
    kind: 'inclusive, masculine asked',
    q: 'référents',
    hoped: ['r-genre-referents-directions-2025', 'r-demo-genre-directions'],
  },
  { kind: 'inclusive, singular asked', q: 'salarié', hoped: ['r-demo-madac-petites-structures'] },
  { kind: 'verb for noun', q: 'évaluer', hoped: ['r-evaluer-pour-agir', 'r-evaluer-les-evaluations-2016'] },
  { kind: 'noun for verb', q: 'animation codéveloppement', hoped: ['r-demo-gdp-codev'] },
  { kind: 'conjugated verb', q: 'analysez les changements', hoped: ['r-analyser-changements'] },
  {
    kind: 'feminine for masculine',
    q: 'pratiques transformatives',
    hoped: ['r-evaluer-les-evaluations-2016'],
  },
  {
    kind: 'compound with hyphen',
    q: 'suivi-évaluation',
    hoped: ['r-suivi-evaluation-essentiel', 'r-appui-suivi-evaluation'],
  },
  {
    kind: 'compound in two words',
    q: 'suivi evaluation',
    hoped: ['r-suivi-evaluation-essentiel', 'r-appui-suivi-evaluation'],
  },
  {
    kind: 'compound as one word',
    q: 'suiviévaluation',
    hoped: ['r-suivi-evaluation-essentiel', 'r-appui-suivi-evaluation'],
  },
  {
    kind: 'one word as compound',
    q: 'auto-diagnostic',
    hoped: ['r-demo-madac-carnet', 'r-madac-coordination-sud', 'r-demo-madac-distance'],
  },
  {
    kind: 'one word as two',
    q: 'auto diagnostic',
    hoped: ['r-demo-madac-carnet', 'r-madac-coordination-sud', 'r-demo-madac-distance'],
  },
  {
    kind: 'part of a word',
    q: 'diagnostic',
    hoped: ['r-demo-madac-carnet', 'r-madac-coordination-sud', 'r-demo-madac-distance'],
  },
  { kind: 'acronym', q: 'ECSI', hoped: ['r-demo-ecsi-collectivites', 'r-nouveaux-membres-ecsi-2024'] },
  { kind: 'acronym with dots', q: 'A.O.C.', hoped: ['r-aoc-methodologie', 'r-demo-pause-aoc-notes'] },
  {
    kind: 'acronym written out',
    q: 'modèle autodiagnostic amélioration continue',
    hoped: ['r-madac-coordination-sud'],
  },
  {
    kind: 'half typed',
    q: 'capitali',
    hoped: [
      'r-capitalisation-guide',
      'r-appui-capitalisation',
      'r-capitalisation-en-action-atelier',
      'r-podcast-forim',
    ],
  },
  {
    kind: 'half typed, second word',
    q: 'guide méthodo',
    hoped: ['r-agir-pour-le-changement-guide', 'r-madac-guide'],
  },
  {
    kind: 'words in another order',
    q: 'changement social contribution',
    hoped: ['r-contribution-changement-social-2016', 'r-seminaire-f3e-afd-2014'],
  },
  { kind: 'phrase in quotes', q: '« vision commune »', hoped: ['r-demo-vision-gabarit'] },
  { kind: 'phrase in straight quotes', q: '"conseil d\'administration"', hoped: ['r-demo-madac-instances'] },
  { kind: 'phrase that is nowhere', q: '"administration conseil"', hoped: [] },
  {
    kind: 'title as a whole',
    q: 'Lire un budget avec des lunettes de genre',
    hoped: ['r-demo-genre-budget'],
  },
  { kind: 'kind and subject', q: 'podcast capitalisation', hoped: ['r-podcast-forim'] },
  { kind: 'kind in the plural', q: 'vidéos ECSI', hoped: ['r-demo-ecsi-paroles'] },
  { kind: 'language and subject', q: 'guide genre espagnol', hoped: ['r-demo-genre-es'] },
  { kind: 'year and subject', q: 'genre 2017', hoped: ['r-genre-espace-2017'] },
  {
    kind: 'collection',
    q: 'essentiels du F3E',
    hoped: ['r-suivi-evaluation-essentiel', 'r-genre-egalite-essentiel'],
  },
  { kind: 'publisher', q: 'Sidaction', hoped: ['r-capitalisation-guide'] },
  {
    kind: 'a question in full',
    q: 'comment mesurer les effets de l’ECSI ?',
    hoped: ['r-demo-ecsi-long', 'r-ecsi-capitalisation', 'r-demo-ecsi-malle', 'r-chemin-impact-eadsi'],
  },
  { kind: 'misspelt', q: 'capitalsation', hoped: [], suggested: 'capitalisation' },
  {
    kind: 'misspelt, two words',
    q: 'evalution transfromative',
    hoped: [],
    suggested: 'évaluation transformative',
  },
  { kind: 'English', q: 'power to act', hoped: ['r-ecology-power-to-act-en'] },
  { kind: 'English, plural for singular', q: 'primers', hoped: ['r-demo-coa-primer-en'] },
  { kind: 'Spanish without accents', q: 'guia breve', hoped: ['r-demo-genre-es'] },
  { kind: 'Arabic without vowel marks', q: 'النوع الاجتماعي', hoped: ['r-demo-genre-ar'] },
  { kind: 'words and a place', q: 'compte-rendu rennes', hoped: ['r-education-a-2024'], within: 5 },
  { kind: 'a day in full', q: 'journée du 14 novembre 2023', hoped: ['r-ecologie-journee-2023'], within: 5 },
  {
    kind: 'a number in words, typed in digits',
    q: 'vidéo 7 minutes',
    hoped: ['r-demo-chemins-video'],
    within: 5,
  },
  {
    kind: 'a number in digits, typed in words',
    q: 'neuf fiches genre',
    hoped: ['r-vivre-le-genre'],
    within: 5,
  },
  { kind: 'a longer number in words', q: '45 fiches AOC', hoped: ['r-icpc-guide-aoc'], within: 5 },
  { kind: 'years of a programme', q: 'programme 2014-2018', hoped: ['r-prisme-14-18'], within: 5 },
  {
    kind: 'name of a programme',
    q: 'PRISME',
    hoped: ['r-analyser-changements', 'r-aoc-vision-chemins-2016'],
    within: 5,
  },
  {
    kind: 'one word that is nowhere',
    q: 'stratégie 2032',
    hoped: ['r-vision-2032', 'r-congres-2025'],
    within: 5,
  },
  {
    kind: 'short forms of spoken French',
    q: 'salariés et CA petite asso',
    hoped: ['r-demo-madac-petites-structures'],
    within: 5,
  },
  {
    kind: 'what an acronym stands for',
    q: 'économie sociale et solidaire',
    hoped: ['r-credit-coop-fertilisation'],
    within: 5,
  },
  { kind: 'the acronym of it', q: 'ESS', hoped: ['r-credit-coop-fertilisation'], within: 5 },
  {
    kind: 'an acronym that its resource writes out',
    q: 'EADSI impact',
    hoped: ['r-chemin-impact-eadsi', 'r-chemin-impact-atelier-2014'],
    within: 5,
  },
  {
    kind: 'words with a slash',
    q: 'suivi/évaluation',
    hoped: ['r-suivi-evaluation-essentiel', 'r-appui-suivi-evaluation'],
    within: 5,
  },
  { kind: 'plural in -aux for -al', q: 'outils muraux', hoped: ['r-demo-gdp-cartes'], within: 5 },
  {
    kind: 'format, kind and subject',
    q: 'guide en pdf sur la capitalisation',
    hoped: ['r-capitalisation-guide'],
    within: 5,
  },
  {
    kind: 'one word in the singular, one nowhere',
    q: 'approche intersectionnelle',
    hoped: ['r-genre-strategie'],
    within: 5,
  },
  {
    kind: 'singulars for plurals in x',
    q: 'enjeu international',
    hoped: ['r-demo-ecsi-collectivites'],
    within: 5,
  },
  {
    kind: 'singulars for plurals in -aux',
    q: 'journal régional',
    hoped: ['r-demo-ecsi-collectivites'],
    within: 5,
  },
];

/** How many of them are answered: this may go up, never down. */
export const REACHED = 70;
