<?php
/**
 * Les éléments du F3E pour les squelettes : un filtre qui rend un élément avec son contenu, ou avec un lien.
 *
 * @package SPIP\F3eCommunautes
 */

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

/** Secondes pendant lesquelles une réponse est fraîche, et attente la plus longue. */
const F3E_COMMUNAUTES_FRAICHE = 600;
const F3E_COMMUNAUTES_ATTENTE = 3;

/** Adresse du serveur, sans barre finale ; vide tant que personne ne l’a donnée. */
function f3e_communautes_serveur(): string {
	include_spip('inc/config');
	return rtrim((string) lire_config('f3e_communautes/serveur', ''), '/');
}

/** Les éléments et ce que leurs attributs acceptent. */
function f3e_communautes_elements(): array {
	static $elements = null;
	if ($elements === null) {
		$elements = json_decode((string) file_get_contents(__DIR__ . '/elements.json'), true) ?: [];
	}
	return $elements;
}

/** Le corps d’une réponse : fraîche, gardée, ou ancienne tant que le serveur est absent ; vide sans réponse. */
function f3e_communautes_lire(string $chemin): string {
	$serveur = f3e_communautes_serveur();
	if ($serveur === '') {
		return '';
	}
	include_spip('inc/flock');
	$fichier = sous_repertoire(_DIR_CACHE, 'f3e') . md5($serveur . $chemin) . '.html';
	$garde = '';
	$est_la = lire_fichier($fichier, $garde);
	if ($est_la && @filemtime($fichier) > time() - F3E_COMMUNAUTES_FRAICHE) {
		return $garde;
	}
	// Une personne attend ; les autres voient ce qui est gardé.
	if ($est_la) {
		@touch($fichier);
	}
	$contexte = stream_context_create(['http' => ['timeout' => F3E_COMMUNAUTES_ATTENTE, 'follow_location' => 0, 'ignore_errors' => false]]);
	$corps = @file_get_contents($serveur . $chemin, false, $contexte, 0, 524288);
	if (!is_string($corps) || $corps === '') {
		spip_log("F3E : $serveur ne répond pas", 'f3e' . _LOG_AVERTISSEMENT);
		return $est_la ? $garde : '';
	}
	ecrire_fichier($fichier, $corps);
	return $corps;
}

/** La version que sert le serveur, et l’empreinte de son script. */
function f3e_communautes_version(): array {
	$version = json_decode(f3e_communautes_lire('/v1/release.json'), true);
	$numero = (string) ($version['version'] ?? '');
	$empreinte = (string) ($version['integrity']['f3e.js'] ?? '');
	$est_lisible = preg_match('/^\d+\.\d+\.\d+$/', $numero) && preg_match('#^sha384-[A-Za-z0-9+/=]+$#', $empreinte);
	return $est_lisible ? ['numero' => $numero, 'empreinte' => $empreinte] : [];
}

/** Les balises à mettre dans l’en-tête d’une page. */
function f3e_communautes_balises(): string {
	$serveur = f3e_communautes_serveur();
	if ($serveur === '') {
		return '';
	}
	$version = f3e_communautes_version();
	$dossier = $serveur . '/' . ($version['numero'] ?? 'v1');
	$preuve = $version ? ' integrity="' . attribut_html($version['empreinte']) . '" crossorigin="anonymous"' : '';
	return '<link rel="stylesheet" href="' . attribut_html("$dossier/f3e.css") . '" />'
		. '<script type="module" src="' . attribut_html("$dossier/f3e.js") . '"' . $preuve . '></script>';
}

/** Les attributs que l’élément connaît, parmi ceux du raccourci ; en français ou par leur nom. */
function f3e_communautes_attributs(string $element, array $donnes): array {
	$francais = [
		'communaute' => 'community',
		'communautes' => 'communities',
		'seance' => 'session',
		'vue' => 'view',
		'type' => 'kind',
		'langue' => 'language',
	];
	foreach ($francais as $nom => $attribut) {
		if (isset($donnes[$nom]) && !isset($donnes[$attribut])) {
			$donnes[$attribut] = $donnes[$nom];
		}
	}
	$lus = [];
	foreach (f3e_communautes_elements()[$element]['attributes'] ?? [] as $nom => $attribut) {
		// SPIP ôte parfois les tirets des noms.
		$valeur = $donnes[$nom] ?? $donnes[str_replace('-', '_', $nom)] ?? null;
		if (!is_scalar($valeur)) {
			continue;
		}
		$valeur = trim((string) preg_replace('/[<>{}\[\]\s]+/', ' ', (string) $valeur));
		if ($attribut['kind'] === 'flag') {
			if (!in_array(strtolower($valeur), ['0', 'non', 'no', 'off', 'false'], true)) {
				$lus[$nom] = '';
			}
		} elseif ($valeur !== '' && strlen($valeur) <= 300) {
			$lus[$nom] = $valeur;
		}
	}
	return $lus;
}

/** Un élément avec son contenu, ou avec un lien tant que le serveur est absent. */
function f3e_communautes_element($environnement, string $element): string {
	$donnes = is_string($environnement) ? @unserialize($environnement, ['allowed_classes' => false]) : $environnement;
	$serveur = f3e_communautes_serveur();
	if ($serveur === '' || !isset(f3e_communautes_elements()[$element])) {
		return '';
	}
	$attributs = f3e_communautes_attributs($element, is_array($donnes) ? $donnes : []);
	$langue = ($GLOBALS['spip_lang'] ?? 'fr') === 'en' ? 'en' : 'fr';
	$demande = http_build_query($attributs + ['lang' => $langue]);
	$rendu = f3e_communautes_lire("/v1/render/$element?$demande");
	$est_sur = strpos($rendu, "<f3e-$element") === 0 && !preg_match('#<(?:script|style|iframe|object|embed)\b|\son[a-z]+\s*=|javascript:#i', $rendu);
	if ($est_sur) {
		return '<div class="f3e-communautes">' . $rendu . '</div>';
	}
	$ecrits = '';
	foreach ($attributs as $nom => $valeur) {
		$ecrits .= $valeur === '' ? " $nom" : " $nom=\"" . attribut_html($valeur) . '"';
	}
	$page = $serveur . f3e_communautes_page($element, $attributs);
	return "<div class=\"f3e-communautes\"><f3e-$element$ecrits><a href=\"" . attribut_html($page) . '">' . _T('f3e_communautes:voir') . "</a></f3e-$element></div>";
}

/** La page hébergée d’un élément. */
function f3e_communautes_page(string $element, array $attributs): string {
	$communaute = rawurlencode((string) ($attributs['community'] ?? ''));
	$seance = rawurlencode((string) ($attributs['session'] ?? ''));
	switch ($element) {
		case 'community-card':
			return '/communautes' . ($communaute ? "/$communaute" : '');
		case 'join-form':
			return '/communautes' . ($communaute ? "/$communaute/rejoindre" : '');
		case 'session-calendar':
			return '/seances';
		case 'registration-form':
			return '/seances' . ($seance ? "/$seance/inscription" : '');
		case 'resource-list':
			return '/ressources';
		case 'proposal-form':
			return '/proposer';
		default:
			return '/communautes';
	}
}
