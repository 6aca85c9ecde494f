
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.access_tokens (
    hash text NOT NULL,
    purpose text NOT NULL,
    subject_id text NOT NULL,
    created_at text NOT NULL,
    expires_at text,
    used_at text
);

CREATE TABLE public.communities (
    slug text NOT NULL,
    "position" integer NOT NULL,
    status text NOT NULL,
    doc text NOT NULL
);

CREATE TABLE public.consent_events (
    id text NOT NULL,
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    event text NOT NULL,
    purpose text NOT NULL,
    text_sha256 text NOT NULL,
    text text NOT NULL,
    language text NOT NULL,
    form_version text NOT NULL,
    widget_version text,
    source_site text,
    at text NOT NULL,
    place integer NOT NULL
);

CREATE TABLE public.forms (
    id text NOT NULL,
    version text NOT NULL,
    doc text NOT NULL,
    first_served_at text NOT NULL
);

CREATE TABLE public.idempotency_keys (
    scope text NOT NULL,
    key text NOT NULL,
    body_sha256 text NOT NULL,
    status integer NOT NULL,
    answer text NOT NULL,
    created_at text NOT NULL
);

CREATE TABLE public.join_requests (
    id text NOT NULL,
    community text NOT NULL,
    strand text,
    status text NOT NULL,
    email_key text NOT NULL,
    received_at text NOT NULL,
    confirmed_at text,
    updated_at text NOT NULL,
    language text NOT NULL,
    form_version text NOT NULL,
    source_site text,
    answers text NOT NULL
);

CREATE TABLE public.migrations (
    name text NOT NULL,
    applied_at text NOT NULL
);

CREATE TABLE public.organisation_communities (
    organisation_id text NOT NULL,
    community text NOT NULL
);

CREATE TABLE public.organisations (
    id text NOT NULL,
    name text NOT NULL,
    membership text NOT NULL,
    search text NOT NULL,
    doc text NOT NULL
);

CREATE TABLE public.outbox (
    id text NOT NULL,
    subject_id text NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL,
    next_attempt_at text NOT NULL,
    leased_until text,
    created_at text NOT NULL,
    sent_at text,
    last_error text,
    message text
);

CREATE TABLE public.registrations (
    id text NOT NULL,
    session text NOT NULL,
    state text NOT NULL,
    email_key text NOT NULL,
    received_at text NOT NULL,
    confirmed_at text,
    updated_at text NOT NULL,
    language text NOT NULL,
    form_version text NOT NULL,
    source_site text,
    answers text NOT NULL
);

CREATE TABLE public.resource_communities (
    resource_id text NOT NULL,
    community text NOT NULL
);

CREATE TABLE public.resources (
    id text NOT NULL,
    kind text NOT NULL,
    language text NOT NULL,
    access text NOT NULL,
    year integer,
    title text NOT NULL,
    search text NOT NULL,
    doc text NOT NULL
);

CREATE TABLE public.sessions (
    id text NOT NULL,
    community text NOT NULL,
    kind text NOT NULL,
    mode text NOT NULL,
    language text NOT NULL,
    status text NOT NULL,
    starts_at text NOT NULL,
    ends_at text NOT NULL,
    search text NOT NULL,
    doc text NOT NULL,
    audience text,
    series text,
    opens_at text,
    closes_at text,
    registration text,
    seats integer,
    taken integer DEFAULT 0 NOT NULL,
    waiting integer DEFAULT 0 NOT NULL
);

CREATE TABLE public.themes (
    slug text NOT NULL,
    "position" integer NOT NULL,
    doc text NOT NULL
);

INSERT INTO public.access_tokens VALUES
	('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'manage', '00000000000000000000000000000001', '2026-11-20T08:00:00.000Z', NULL, NULL);

INSERT INTO public.communities VALUES
	('aoc', 0, 'open', '{"id":"cp-aoc","slug":"aoc","acronym":"CP AOC","name":"Communauté de pratiques Approches orientées changement","shortName":"Approches orientées changement","tagline":"Partir d’une vision partagée, puis tracer ensemble le chemin.","description":"Un groupe pour celles et ceux qui ont découvert les approches orientées changement et veulent les mettre en pratique. On y apporte ses visions, ses chemins de changement et ses marqueurs de progrès, même inachevés, pour les relire à plusieurs. Les essais ratés y sont aussi utiles que les réussites.","origin":{"kind":"training","label":"Formation e-learning aux approches orientées changement (AOC)"},"need":"identified","functions":[{"kind":"experimentation","weight":2},{"kind":"learning","weight":3},{"kind":"networking","weight":1}],"objectives":["experimentation"],"themes":["changement-social","suivi-evaluation","pouvoir-agir","ecologie"],"audience":{"members":true,"nonMembers":true,"note":"Avoir suivi l’initiation en ligne est conseillé, sans être obligatoire."},"strands":[],"status":"open","cadence":{"label":"Une pause en ligne par mois, deux à trois ateliers par an","sessionsPerYear":13},"language":"fr","otherLanguages":["en"],"facilitation":"Équipe F3E, avec une co-animation tournante par les membres","productions":["Recueil de marqueurs de progrès commentés"],"learningSpaces":[{"kind":"training","label":"Initiation en ligne aux AOC","url":"https://reseauf3e.org/methodologies/approches-orientees-changement-aoc"},{"kind":"study","label":"Appui au suivi-évaluation","url":"https://reseauf3e.org/accompagnement-detude/quelle-etude-est-pour-vous/appui-mise-en-place-amelioration-dispositif-suivi-devaluation"}],"sources":["https://f3e.asso.fr/les-communautes-de-pratiques-des-espaces-dapprentissage-entre-pairs","https://f3e.asso.fr/?p=35262"],"demo":false,"demoFields":["tagline","description","need","functions[].weight","objectives","audience.note","status","cadence","otherLanguages","facilitation","productions","learningSpaces[].label"]}'),
	('madac', 1, 'on-request', '{"id":"cp-madac","slug":"madac","acronym":"CP MADAC","name":"Communauté de pratiques Modèle d’autodiagnostic et d’amélioration continue","shortName":"Autodiagnostic et amélioration continue","tagline":"Regarder son organisation en face, et avancer pas à pas.","description":"Ce groupe réunit des organisations qui mènent, ou préparent, un autodiagnostic avec le Madac. On y compare ses façons d’associer les équipes, de choisir les chantiers prioritaires et de tenir le plan d’amélioration dans la durée. Rien n’y est noté ni certifié : chacun·e vient avec sa réalité.","origin":{"kind":"training","label":"Formation à la mise en œuvre d’une démarche MADAC"},"need":"requested","functions":[{"kind":"experimentation","weight":1},{"kind":"learning","weight":3},{"kind":"networking","weight":2}],"objectives":["experimentation"],"themes":["qualite","gouvernance","apprentissage"],"audience":{"members":true,"nonMembers":true,"note":"Plutôt destinée aux équipes de direction, aux responsables qualité et aux instances."},"strands":[],"status":"on-request","cadence":{"label":"Une rencontre tous les deux mois environ","sessionsPerYear":6},"language":"fr","otherLanguages":[],"facilitation":"Équipe F3E","productions":["Carnet de route de l’autodiagnostic"],"learningSpaces":[{"kind":"training","label":"Formation Madac","url":"https://f3e.asso.fr/madac"}],"sources":["https://f3e.asso.fr/les-communautes-de-pratiques-des-espaces-dapprentissage-entre-pairs","https://f3e.asso.fr/?p=35262"],"demo":false,"demoFields":["tagline","description","need","functions[].weight","objectives","audience.note","status","cadence","otherLanguages","facilitation","productions","learningSpaces[].label"]}'),
	('ecsi', 2, 'open', '{"id":"cp-ecsi","slug":"ecsi","acronym":"CP ECSI","name":"Communauté de pratiques Éducation à la citoyenneté et à la solidarité internationale","shortName":"Effets et impact de l’ECSI","tagline":"Comprendre ce que l’éducation citoyenne change vraiment.","description":"Comment savoir si une animation, une campagne ou une correspondance scolaire a fait bouger quelque chose ? Les participant·e·s testent des méthodes simples pour observer les effets de leurs actions d’ECSI, puis en discutent entre pairs. Associations, réseaux régionaux, collectivités et structures d’éducation populaire s’y croisent.","origin":{"kind":"training","label":"Formation à la mesure d’impact des actions d’ECSI"},"need":"identified","functions":[{"kind":"experimentation","weight":2},{"kind":"learning","weight":3},{"kind":"networking","weight":2}],"objectives":["experimentation"],"themes":["ecsi","impact","evaluation","jeunesses"],"audience":{"members":true,"nonMembers":true,"note":"Aucun niveau préalable demandé en évaluation."},"strands":[],"status":"open","cadence":{"label":"Cinq à six séances par an, dont une en région","sessionsPerYear":6},"language":"fr","otherLanguages":[],"facilitation":"Équipe F3E et binôme de membres volontaires","productions":["Capitalisation sur les effets et l’impact de l’ECSI"],"learningSpaces":[{"kind":"training","label":"Mesurer les effets et l’impact de l’ECSI","url":null},{"kind":"meeting","label":"Rencontre nationale des « Éducations à »","url":"https://f3e.asso.fr/retur-rencontre-nationale-education-a"}],"sources":["https://f3e.asso.fr/les-communautes-de-pratiques-des-espaces-dapprentissage-entre-pairs","https://f3e.asso.fr/?p=35262"],"demo":false,"demoFields":["tagline","description","need","functions[].weight","objectives","audience.note","status","cadence","otherLanguages","facilitation","productions","learningSpaces[].label"]}'),
	('genre', 3, 'open', '{"id":"cp-genre","slug":"genre","acronym":"CP genre","name":"Communauté de pratiques genre","shortName":"Genre","tagline":"Déconstruire, outiller, transformer : le genre se travaille à plusieurs.","description":"La communauté genre offre deux portes d’entrée : un volet ouvert pour échanger, découvrir et se rassurer, et un volet pour les personnes déjà aguerries qui veulent expérimenter. On y parle des projets comme des organisations elles-mêmes. L’écoute et la confidentialité y sont posées dès la première minute.","origin":{"kind":"programme","label":"Espaces pluri-actrices-acteurs Genre du programme « Transversalisation du genre »"},"need":"requested","functions":[{"kind":"experimentation","weight":2},{"kind":"learning","weight":2},{"kind":"networking","weight":3}],"objectives":["exploration"],"themes":["genre","intersectionnalite","inclusion","gouvernance"],"audience":{"members":true,"nonMembers":true,"note":"Volet « Échanges » ouvert à toutes et tous ; second volet réservé aux personnes expérimentées."},"strands":[{"slug":"echanges","name":"Échanges","access":"open","demo":false},{"slug":"approfondissement","name":"Approfondissement","access":"on-request","demo":true}],"status":"open","cadence":{"label":"Une séance tous les un à deux mois, un séminaire par an","sessionsPerYear":7},"language":"fr","otherLanguages":["es","ar"],"facilitation":"Équipe F3E, avec des référent·e·s genre du réseau","productions":["Fiches pratiques genre"],"learningSpaces":[{"kind":"study","label":"Étude 2025 sur le genre dans les associations","url":"https://reseauf3e.org/ressource/genre-et-solidarite-internationale-evolution-des-approches-au-sein-des-associations-francaises"}],"sources":["https://f3e.asso.fr/les-communautes-de-pratiques-des-espaces-dapprentissage-entre-pairs","https://f3e.asso.fr/?p=35262"],"demo":false,"demoFields":["tagline","description","need","functions[].weight","audience.note","status","cadence","otherLanguages","facilitation","productions","learningSpaces[].label"]}'),
	('groupes-de-pairs', 4, 'closed', '{"id":"groupes-de-pairs","slug":"groupes-de-pairs","acronym":"GdP","name":"Groupes de pairs « Changer les territoires par l’action collective »","shortName":"Groupes de pairs territoires","tagline":"Des territoires éloignés, des questions voisines.","description":"Nés dans un programme de recherche-action, les groupes de pairs rassemblent des organisations françaises et leurs partenaires engagées sur un même territoire. Chaque groupe suit son propre rythme, mais tous documentent leurs essais. L’entrée se fait par cooptation, quand un groupe se recompose.","origin":{"kind":"programme","label":"Programme « Changer les territoires par l’action collective » (CHTAC)"},"need":"identified","functions":[{"kind":"experimentation","weight":3},{"kind":"learning","weight":2},{"kind":"networking","weight":2}],"objectives":["experimentation"],"themes":["territoires","changement-social","pouvoir-agir","partenariats"],"audience":{"members":true,"nonMembers":true,"note":"Organisations du programme et leurs partenaires de terrain."},"strands":[],"status":"closed","cadence":{"label":"Selon le rythme de chaque groupe","sessionsPerYear":null},"language":"fr","otherLanguages":["en","es"],"facilitation":"Binômes de pairs, appui méthodologique de l’équipe F3E","productions":["Récits de territoires"],"learningSpaces":[{"kind":"research","label":"Expérimentation PRISME (2014-2018)","url":"https://reseauf3e.org/experimentations/programme-experimental-14-18"}],"sources":["https://f3e.asso.fr/les-communautes-de-pratiques-des-espaces-dapprentissage-entre-pairs","https://f3e.asso.fr/?p=35262"],"demo":false,"demoFields":["tagline","description","need","functions[].weight","objectives","audience.note","status","cadence","otherLanguages","facilitation","productions","learningSpaces[].label"]}');

INSERT INTO public.consent_events VALUES
	('00000000000000000000000000000003', 'join-request', '00000000000000000000000000000001', 'given', 'newsletter', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'Je souhaite recevoir la lettre.', 'fr', 'v-stored', '0.1.0', NULL, '2026-11-20T08:00:00.000Z', 1);

INSERT INTO public.forms VALUES
	('join:aoc', 'v-stored', '{"id":"join:aoc","version":"v-stored","fields":[]}', '2026-11-20T08:00:00.000Z');

INSERT INTO public.idempotency_keys VALUES
	('join-requests', 'k1', 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc', 202, '{}', '2026-11-20T08:00:00.000Z');

INSERT INTO public.join_requests VALUES
	('00000000000000000000000000000001', 'aoc', NULL, 'accepted', 'personne@example.org', '2026-11-20T08:00:00.000Z', '2026-11-20T08:00:00.000Z', '2026-11-20T08:00:00.000Z', 'fr', 'v-stored', 'https://www.membre.example', '{"email":"personne@example.org","givenName":"Prénom","accessNeeds":"Une boucle magnétique.","language":"fr"}'),
	('00000000000000000000000000000002', 'aoc', NULL, 'received', 'autre@example.org', '2026-11-20T08:00:00.000Z', '2026-11-20T08:00:00.000Z', '2026-11-20T08:00:00.000Z', 'fr', 'v-stored', 'https://www.membre.example', '{"email":"autre@example.org","language":"en"}');

INSERT INTO public.migrations VALUES
	('0001-thread', '2026-11-29T04:38:10.997Z'),
	('0002-calendar', '2026-11-29T04:38:11.004Z');

INSERT INTO public.organisation_communities VALUES
	('org-collectif-passe-frontieres', 'ecsi'),
	('org-collectif-passe-frontieres', 'groupes-de-pairs'),
	('org-departement-de-la-haute-orvanne', 'groupes-de-pairs'),
	('org-centre-hospitalier-du-val-d-ysseau', 'madac'),
	('org-diasporas-en-lien', 'genre'),
	('org-diasporas-en-lien', 'aoc'),
	('org-bee-conseil-scop', 'aoc'),
	('org-bee-conseil-scop', 'madac');

INSERT INTO public.organisations VALUES
	('org-collectif-passe-frontieres', 'collectif passe-frontieres', 'member', 'collectif passe-frontieres lille', '{"id":"org-collectif-passe-frontieres","slug":"collectif-passe-frontieres","name":"Collectif Passe-Frontières","kind":"network","membership":"member","memberSince":2011,"city":"Lille","region":"Hauts-de-France","country":"FR","website":"https://collectif-passe-frontieres.example/","communities":["ecsi","groupes-de-pairs"],"demo":true}'),
	('org-departement-de-la-haute-orvanne', 'departement de la haute-orvanne', 'member', 'departement de la haute-orvanne orvannelevieux', '{"id":"org-departement-de-la-haute-orvanne","slug":"departement-de-la-haute-orvanne","name":"Département de la Haute-Orvanne","kind":"local-authority","membership":"member","memberSince":2006,"city":"Orvanne-le-Vieux","region":"Grand Est","country":"FR","website":"https://departement-de-la-haute-orvanne.example/","communities":["groupes-de-pairs"],"demo":true}'),
	('org-centre-hospitalier-du-val-d-ysseau', 'centre hospitalier du val d''ysseau', 'member', 'centre hospitalier du val d''ysseau ysseau', '{"id":"org-centre-hospitalier-du-val-d-ysseau","slug":"centre-hospitalier-du-val-d-ysseau","name":"Centre hospitalier du Val d’Ysseau","kind":"health-institution","membership":"member","memberSince":2008,"city":"Ysseau","region":"Normandie","country":"FR","website":"https://centre-hospitalier-du-val-d-ysseau.example/","communities":["madac"],"demo":true}'),
	('org-diasporas-en-lien', 'diasporas en lien', 'member', 'diasporas en lien saintdenis', '{"id":"org-diasporas-en-lien","slug":"diasporas-en-lien","name":"Diasporas en lien","kind":"network","membership":"member","memberSince":2015,"city":"Saint-Denis","region":"Île-de-France","country":"FR","website":"https://diasporas-en-lien.example/","communities":["genre","aoc"],"demo":true}'),
	('org-bee-conseil-scop', 'bee conseil, cooperative d''evaluation', 'non-member', 'bee conseil, cooperative d''evaluation villeurbanne', '{"id":"org-bee-conseil-scop","slug":"bee-conseil-scop","name":"Bée Conseil, coopérative d’évaluation","kind":"consultancy","membership":"non-member","memberSince":null,"city":"Villeurbanne","region":"Auvergne-Rhône-Alpes","country":"FR","website":"https://bee-conseil-scop.example/","communities":["aoc","madac"],"demo":true}');

INSERT INTO public.outbox VALUES
	('00000000000000000000000000000004', '00000000000000000000000000000001', 'sent', 1, '2026-11-20T08:00:00.000Z', NULL, '2026-11-20T08:00:00.000Z', '2026-11-20T08:00:00.000Z', NULL, NULL);

INSERT INTO public.registrations VALUES
	('00000000000000000000000000000005', 'groupes-de-pairs-2027-06-17', 'confirmed', 'personne@example.org', '2026-11-20T08:00:00.000Z', '2026-11-20T08:00:00.000Z', '2026-11-20T08:00:00.000Z', 'fr', 'v-stored', 'https://www.membre.example', '{"email":"personne@example.org","givenName":"Prénom","accessNeeds":"Une boucle magnétique.","language":"fr"}');

INSERT INTO public.resource_communities VALUES
	('r-aoc-pouvoirs-agir', 'aoc'),
	('r-aoc-pouvoirs-agir', 'groupes-de-pairs'),
	('r-aoc-pouvoirs-agir', 'genre'),
	('r-aoc-methodologie', 'aoc'),
	('r-aoc-vision-chemins-2016', 'aoc'),
	('r-aoc-vision-chemins-2016', 'groupes-de-pairs'),
	('r-agir-pour-le-changement-guide', 'aoc'),
	('r-agir-pour-le-changement-guide', 'groupes-de-pairs'),
	('r-agir-pour-le-changement-article', 'aoc'),
	('r-analyser-changements', 'aoc'),
	('r-analyser-changements', 'groupes-de-pairs'),
	('r-approche-alternative-impact', 'aoc'),
	('r-appui-capitalisation', 'aoc'),
	('r-appui-capitalisation', 'groupes-de-pairs');

INSERT INTO public.resources VALUES
	('r-aoc-pouvoirs-agir', 'guide', 'fr', 'public', NULL, 'les approches orientees changement, renforcer les pouvoirs d''agir avec une perspective de genre et ecologique', 'les approches orientees changement, renforcer les pouvoirs d''agir avec une perspective de genre et ecologique quarantecinq fiches issues d''une experimentation menee de 2022 a 2024 avec une vingtaine d''organisations. f3e ', '{"id":"r-aoc-pouvoirs-agir","title":"Les approches orientées changement, renforcer les pouvoirs d’agir avec une perspective de genre et écologique","year":null,"publishedAt":null,"kind":"guide","collection":null,"communities":["aoc","groupes-de-pairs","genre"],"themes":["changement-social","pouvoir-agir","genre","ecologie"],"language":"fr","url":"https://reseauf3e.org/ressource/les-approches-orientees-changement-renforcer-les-pouvoirs-dagir-avec-une-perspective-de-genre-et-ecologique","publisher":"F3E","access":"public","format":"unknown","summary":"Quarante-cinq fiches issues d’une expérimentation menée de 2022 à 2024 avec une vingtaine d’organisations.","demo":false}'),
	('r-aoc-methodologie', 'web-page', 'fr', 'public', NULL, 'approches orientees changement (aoc)', 'approches orientees changement (aoc) page d''entree sur la demarche : d''ou elle vient, a quoi elle sert, comment commencer. f3e ', '{"id":"r-aoc-methodologie","title":"Approches orientées changement (AOC)","year":null,"publishedAt":null,"kind":"web-page","collection":null,"communities":["aoc"],"themes":["changement-social","suivi-evaluation"],"language":"fr","url":"https://reseauf3e.org/methodologies/approches-orientees-changement-aoc","publisher":"F3E","access":"public","format":"html","summary":"Page d’entrée sur la démarche : d’où elle vient, à quoi elle sert, comment commencer.","demo":false}'),
	('r-aoc-vision-chemins-2016', 'guide', 'fr', 'public', 2016, 'les approches orientees changement. animer un atelier « vision et chemins de changement »', 'les approches orientees changement. animer un atelier « vision et chemins de changement » retour d''experience du programme prisme pour preparer et conduire un premier atelier. f3e ', '{"id":"r-aoc-vision-chemins-2016","title":"Les approches orientées changement. Animer un atelier « vision et chemins de changement »","year":2016,"publishedAt":null,"kind":"guide","collection":null,"communities":["aoc","groupes-de-pairs"],"themes":["changement-social"],"language":"fr","url":null,"publisher":"F3E","access":"public","format":"pdf","summary":"Retour d’expérience du programme PRISME pour préparer et conduire un premier atelier.","demo":false}'),
	('r-agir-pour-le-changement-guide', 'guide', 'fr', 'public', NULL, 'guide methodologique pour accompagner des processus de changement « complexe »', 'guide methodologique pour accompagner des processus de changement « complexe » le guide fondateur, coproduit avec le cota, sur l''analyse et l''accompagnement du changement. f3e et cota ', '{"id":"r-agir-pour-le-changement-guide","title":"Guide méthodologique pour accompagner des processus de changement « complexe »","year":null,"publishedAt":null,"kind":"guide","collection":null,"communities":["aoc","groupes-de-pairs"],"themes":["changement-social","impact"],"language":"fr","url":"https://f3e.asso.fr/wp-content/uploads/guide_chgmt_f3e_cota.pdf","publisher":"F3E et COTA","access":"public","format":"pdf","summary":"Le guide fondateur, coproduit avec le COTA, sur l’analyse et l’accompagnement du changement.","demo":false}'),
	('r-agir-pour-le-changement-article', 'article', 'fr', 'public', NULL, 'agir pour le changement', 'agir pour le changement histoire du groupe de travail 2011-2014 qui a ouvert la reflexion sur le changement. f3e ', '{"id":"r-agir-pour-le-changement-article","title":"Agir pour le changement","year":null,"publishedAt":null,"kind":"article","collection":null,"communities":["aoc"],"themes":["changement-social","impact"],"language":"fr","url":"https://f3e.asso.fr/?p=4323","publisher":"F3E","access":"public","format":"html","summary":"Histoire du groupe de travail 2011-2014 qui a ouvert la réflexion sur le changement.","demo":false}'),
	('r-analyser-changements', 'article', 'fr', 'public', NULL, 'analyser les changements dans un contexte d''intervention', 'analyser les changements dans un contexte d''intervention fait le point sur prisme : vingtneuf organisations, dix pays, une boite a outils. f3e ', '{"id":"r-analyser-changements","title":"Analyser les changements dans un contexte d’intervention","year":null,"publishedAt":null,"kind":"article","collection":null,"communities":["aoc","groupes-de-pairs"],"themes":["changement-social"],"language":"fr","url":"https://f3e.asso.fr/analyser-les-changements-dans-un-contexte-dintervention","publisher":"F3E","access":"public","format":"html","summary":"Fait le point sur PRISME : vingt-neuf organisations, dix pays, une boîte à outils.","demo":false}'),
	('r-approche-alternative-impact', 'article', 'fr', 'public', NULL, 'une approche alternative de l''analyse d''impact', 'une approche alternative de l''analyse d''impact entretien sur ce que les aoc apportent au monde associatif. le mouvement associatif ', '{"id":"r-approche-alternative-impact","title":"Une approche alternative de l’analyse d’impact","year":null,"publishedAt":null,"kind":"article","collection":null,"communities":["aoc"],"themes":["impact","changement-social"],"language":"fr","url":"https://lemouvementassociatif.org/une-approche-alternative-de-lanalyse-dimpact","publisher":"Le Mouvement associatif","access":"public","format":"html","summary":"Entretien sur ce que les AOC apportent au monde associatif.","demo":false}'),
	('r-appui-capitalisation', 'web-page', 'fr', 'public', NULL, 'appui a la capitalisation', 'appui a la capitalisation ce que recouvre la capitalisation et l''appui propose aux membres. f3e ', '{"id":"r-appui-capitalisation","title":"Appui à la capitalisation","year":null,"publishedAt":null,"kind":"web-page","collection":null,"communities":["aoc","groupes-de-pairs"],"themes":["capitalisation"],"language":"fr","url":"https://reseauf3e.org/accompagnement-detude/quelle-etude-est-pour-vous/appui-a-la-capitalisation","publisher":"F3E","access":"public","format":"html","summary":"Ce que recouvre la capitalisation et l’appui proposé aux membres.","demo":false}');

INSERT INTO public.sessions VALUES
	('aoc-2026-01-13', 'aoc', 'practice-exchange', 'online', 'fr', 'held', '2026-01-13T11:30:00.000Z', '2026-01-13T12:15:00.000Z', 'la pause aoc : « qui ecrit la vision ? » trois quarts d''heure autour d''une seule question, sandwich bienvenu. ', '{"id":"aoc-2026-01-13","community":"aoc","strand":null,"title":"La Pause AOC : « Qui écrit la vision ? »","summary":"Trois quarts d’heure autour d’une seule question, sandwich bienvenu.","kind":"practice-exchange","status":"held","start":"2026-01-13T12:30:00","end":"2026-01-13T13:15:00","timezone":"Europe/Paris","days":[],"mode":"online","place":null,"language":"fr","facilitation":"Équipe F3E","audience":"all","requiresApproval":false,"accessibility":[],"capacity":40,"registered":31,"waitingList":0,"registration":{"state":"closed","opensAt":"2025-08-16T09:00:00","closesAt":"2026-01-10T18:00:00"},"series":{"id":"pause-aoc","title":"La Pause AOC","index":1,"total":16,"rule":"FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYDAY=2TU;COUNT=16"},"rescheduledFrom":null,"cancellationReason":null,"resources":[],"tags":["recurring"],"updatedAt":"2025-12-24T09:00:00","demo":true}', 'all', 'pause-aoc', '2025-08-16T07:00:00.000Z', '2026-01-10T17:00:00.000Z', 'closed', 9, 0, 0),
	('ecsi-2026-01-15', 'ecsi', 'meeting', 'online', 'fr', 'held', '2026-01-15T13:00:00.000Z', '2026-01-15T14:30:00.000Z', 'accueil des nouveaux et nouvelles participantes presentation du groupe, de son calendrier et de ses regles de confiance. ', '{"id":"ecsi-2026-01-15","community":"ecsi","strand":null,"title":"Accueil des nouveaux et nouvelles participant·e·s","summary":"Présentation du groupe, de son calendrier et de ses règles de confiance.","kind":"meeting","status":"held","start":"2026-01-15T14:00:00","end":"2026-01-15T15:30:00","timezone":"Europe/Paris","days":[],"mode":"online","place":null,"language":"fr","facilitation":"Équipe F3E","audience":"all","requiresApproval":false,"accessibility":[],"capacity":40,"registered":26,"waitingList":0,"registration":{"state":"closed","opensAt":"2025-08-18T09:00:00","closesAt":"2026-01-12T18:00:00"},"series":null,"rescheduledFrom":null,"cancellationReason":null,"resources":[],"tags":[],"updatedAt":"2025-12-26T09:00:00","demo":true}', 'all', NULL, '2025-08-18T07:00:00.000Z', '2026-01-12T17:00:00.000Z', 'closed', 14, 0, 0),
	('madac-2026-01-22', 'madac', 'webinar', 'online', 'fr', 'held', '2026-01-22T10:00:00.000Z', '2026-01-22T11:30:00.000Z', 'decouvrir le madac en une heure et demie les domaines du modele, deux retours d''experience et vos questions. ', '{"id":"madac-2026-01-22","community":"madac","strand":null,"title":"Découvrir le Madac en une heure et demie","summary":"Les domaines du modèle, deux retours d’expérience et vos questions.","kind":"webinar","status":"held","start":"2026-01-22T11:00:00","end":"2026-01-22T12:30:00","timezone":"Europe/Paris","days":[],"mode":"online","place":null,"language":"fr","facilitation":"Équipe F3E","audience":"all","requiresApproval":true,"accessibility":[],"capacity":100,"registered":63,"waitingList":0,"registration":{"state":"closed","opensAt":"2025-08-25T09:00:00","closesAt":"2026-01-19T18:00:00"},"series":null,"rescheduledFrom":null,"cancellationReason":null,"resources":["r-madac-coordination-sud","r-madac-page"],"tags":[],"updatedAt":"2026-01-02T09:00:00","demo":true}', 'all', NULL, '2025-08-25T07:00:00.000Z', '2026-01-19T17:00:00.000Z', 'closed', 37, 0, 0),
	('ecsi-2026-12-17', 'ecsi', 'workshop', 'online', 'fr', 'rescheduled', '2026-12-17T08:30:00.000Z', '2026-12-17T11:30:00.000Z', 'six mois apres : retourner voir les classes seance reportee de trois semaines pour laisser passer les conseils de classe. ', '{"id":"ecsi-2026-12-17","community":"ecsi","strand":null,"title":"Six mois après : retourner voir les classes","summary":"Séance reportée de trois semaines pour laisser passer les conseils de classe.","kind":"workshop","status":"rescheduled","start":"2026-12-17T09:30:00","end":"2026-12-17T12:30:00","timezone":"Europe/Paris","days":[],"mode":"online","place":null,"language":"fr","facilitation":"Équipe F3E","audience":"all","requiresApproval":false,"accessibility":[],"capacity":25,"registered":16,"waitingList":0,"registration":{"state":"open","opensAt":"2026-07-20T09:00:00","closesAt":"2026-12-14T18:00:00"},"series":null,"rescheduledFrom":{"start":"2026-11-26T09:30:00","end":"2026-11-26T12:30:00"},"cancellationReason":null,"resources":["r-demo-ecsi-long"],"tags":["rescheduled"],"updatedAt":"2026-11-12T10:00:00","demo":true}', 'all', NULL, '2026-07-20T07:00:00.000Z', '2026-12-14T17:00:00.000Z', 'open', 9, 0, 0),
	('madac-2027-01-19', 'madac', 'workshop', 'in-person', 'fr', 'cancelled', '2027-01-19T08:30:00.000Z', '2027-01-19T15:30:00.000Z', 'gouvernance et amelioration continue : embarquer son conseil d''administration journee annulee faute de salle accessible ; le sujet sera repris en ligne. bordeaux', '{"id":"madac-2027-01-19","community":"madac","strand":null,"title":"Gouvernance et amélioration continue : embarquer son conseil d’administration","summary":"Journée annulée faute de salle accessible ; le sujet sera repris en ligne.","kind":"workshop","status":"cancelled","start":"2027-01-19T09:30:00","end":"2027-01-19T16:30:00","timezone":"Europe/Paris","days":[],"mode":"in-person","place":{"venue":"Quai des Alliances (lieu fictif)","address":"2 cours des Chais","postalCode":"33300","city":"Bordeaux","country":"FR","stepFree":true},"language":"fr","facilitation":"Équipe F3E","audience":"all","requiresApproval":true,"accessibility":[],"capacity":20,"registered":7,"waitingList":0,"registration":{"state":"cancelled","opensAt":"2026-08-22T09:00:00","closesAt":"2027-01-16T18:00:00"},"series":null,"rescheduledFrom":null,"cancellationReason":"Salle accessible indisponible","resources":["r-demo-madac-instances"],"tags":["cancelled"],"updatedAt":"2026-11-18T10:00:00","demo":true}', 'all', NULL, '2026-08-22T07:00:00.000Z', '2027-01-16T17:00:00.000Z', 'cancelled', 13, 0, 0),
	('groupes-de-pairs-2027-06-17', 'groupes-de-pairs', 'plenary', 'hybrid', 'fr', 'scheduled', '2027-06-17T08:00:00.000Z', '2027-06-17T15:00:00.000Z', 'pleniere des territoires : raconter, relier, transmettre restitution publique des recits et passage de relais aux groupes suivants. paris', '{"id":"groupes-de-pairs-2027-06-17","community":"groupes-de-pairs","strand":null,"title":"Plénière des territoires : raconter, relier, transmettre","summary":"Restitution publique des récits et passage de relais aux groupes suivants.","kind":"plenary","status":"scheduled","start":"2027-06-17T10:00:00","end":"2027-06-17T17:00:00","timezone":"Europe/Paris","days":[],"mode":"hybrid","place":{"venue":"La Passerelle (lieu fictif)","address":"12 rue des Possibles","postalCode":"75019","city":"Paris","country":"FR","stepFree":true},"language":"fr","facilitation":"Équipe F3E","audience":"all","requiresApproval":false,"accessibility":[],"capacity":120,"registered":0,"waitingList":0,"registration":{"state":"not-yet-open","opensAt":"2027-03-15T09:00:00","closesAt":"2027-06-14T18:00:00"},"series":null,"rescheduledFrom":null,"cancellationReason":null,"resources":["r-demo-gdp-recits"],"tags":[],"updatedAt":"2026-11-16T09:00:00","demo":true}', 'all', NULL, '2027-03-15T08:00:00.000Z', '2027-06-14T16:00:00.000Z', 'not-yet-open', 120, 1, 0);

INSERT INTO public.themes VALUES
	('changement-social', 0, '{"slug":"changement-social","label":{"fr":"Changement social","en":"Social change"}}'),
	('suivi-evaluation', 1, '{"slug":"suivi-evaluation","label":{"fr":"Suivi-évaluation","en":"Monitoring and evaluation"}}'),
	('evaluation', 2, '{"slug":"evaluation","label":{"fr":"Évaluation","en":"Evaluation"}}'),
	('impact', 3, '{"slug":"impact","label":{"fr":"Effets et impact","en":"Effects and impact"}}'),
	('capitalisation', 4, '{"slug":"capitalisation","label":{"fr":"Capitalisation des expériences","en":"Learning from experience"}}'),
	('qualite', 5, '{"slug":"qualite","label":{"fr":"Qualité et amélioration continue","en":"Quality and continuous improvement"}}'),
	('gouvernance', 6, '{"slug":"gouvernance","label":{"fr":"Gouvernance et vie associative","en":"Governance"}}'),
	('genre', 7, '{"slug":"genre","label":{"fr":"Genre","en":"Gender"}}'),
	('intersectionnalite', 8, '{"slug":"intersectionnalite","label":{"fr":"Intersectionnalité","en":"Intersectionality"}}'),
	('ecsi', 9, '{"slug":"ecsi","label":{"fr":"Éducation à la citoyenneté et à la solidarité internationale","en":"Global citizenship education"}}'),
	('territoires', 10, '{"slug":"territoires","label":{"fr":"Territoires","en":"Territories"}}'),
	('pouvoir-agir', 11, '{"slug":"pouvoir-agir","label":{"fr":"Pouvoir d’agir","en":"Empowerment"}}'),
	('ecologie', 12, '{"slug":"ecologie","label":{"fr":"Écologie","en":"Ecology"}}'),
	('partenariats', 13, '{"slug":"partenariats","label":{"fr":"Partenariats et alliances","en":"Partnerships"}}'),
	('jeunesses', 14, '{"slug":"jeunesses","label":{"fr":"Jeunesses","en":"Youth"}}'),
	('inclusion', 15, '{"slug":"inclusion","label":{"fr":"Inclusion et participation","en":"Inclusion and participation"}}'),
	('apprentissage', 16, '{"slug":"apprentissage","label":{"fr":"Apprentissage entre pairs","en":"Peer learning"}}'),
	('reseau', 17, '{"slug":"reseau","label":{"fr":"Vie du réseau","en":"Network life"}}');

ALTER TABLE ONLY public.access_tokens
    ADD CONSTRAINT access_tokens_pkey PRIMARY KEY (hash);

ALTER TABLE ONLY public.communities
    ADD CONSTRAINT communities_pkey PRIMARY KEY (slug);

ALTER TABLE ONLY public.consent_events
    ADD CONSTRAINT consent_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.consent_events
    ADD CONSTRAINT consent_events_subject_id_place_key UNIQUE (subject_id, place);

ALTER TABLE ONLY public.forms
    ADD CONSTRAINT forms_pkey PRIMARY KEY (id, version);

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (scope, key);

ALTER TABLE ONLY public.join_requests
    ADD CONSTRAINT join_requests_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.migrations
    ADD CONSTRAINT migrations_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.organisation_communities
    ADD CONSTRAINT organisation_communities_pkey PRIMARY KEY (organisation_id, community);

ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registrations
    ADD CONSTRAINT registrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.resource_communities
    ADD CONSTRAINT resource_communities_pkey PRIMARY KEY (resource_id, community);

ALTER TABLE ONLY public.resources
    ADD CONSTRAINT resources_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.themes
    ADD CONSTRAINT themes_pkey PRIMARY KEY (slug);

CREATE INDEX access_tokens_by_subject ON public.access_tokens USING btree (subject_id);

CREATE INDEX join_requests_by_email ON public.join_requests USING btree (email_key, received_at);

CREATE INDEX join_requests_by_time ON public.join_requests USING btree (received_at, id);

CREATE INDEX outbox_by_due ON public.outbox USING btree (state, next_attempt_at);

CREATE INDEX registrations_by_email ON public.registrations USING btree (email_key, received_at);

CREATE INDEX registrations_by_session ON public.registrations USING btree (session, state, confirmed_at);

CREATE INDEX registrations_by_time ON public.registrations USING btree (received_at, id);

CREATE INDEX sessions_by_community ON public.sessions USING btree (community, starts_at);

CREATE INDEX sessions_by_end ON public.sessions USING btree (ends_at);

CREATE INDEX sessions_by_series ON public.sessions USING btree (series, starts_at);

CREATE INDEX sessions_by_start ON public.sessions USING btree (starts_at, id);

