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
/** Secondes avant de redemander à un serveur qui n’a pas répondu. */
const F3E_COMMUNAUTES_PAUSE = 30;

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
	// Pas dans le cache : le vider ne doit pas ôter la dernière bonne réponse.
	$fichier = sous_repertoire(_DIR_TMP, 'f3e') . md5($serveur . $chemin) . '.html';
	$garde = '';
	$est_la = lire_fichier($fichier, $garde);
	if ($est_la && @filemtime($fichier) > time() - F3E_COMMUNAUTES_FRAICHE) {
		return $garde;
	}
	// Une personne attend ; les autres voient ce qui est gardé, et un serveur absent n’est pas redemandé aussitôt.
	$essai = $fichier . '.essai';
	if (@filemtime($essai) > time() - F3E_COMMUNAUTES_PAUSE) {
		return $est_la ? $garde : '';
	}
	@touch($essai);
	$corps = f3e_communautes_demander($serveur . $chemin);
	if ($corps === '') {
		spip_log("F3E : $serveur ne répond pas", 'f3e' . _LOG_AVERTISSEMENT);
		return $est_la ? $garde : '';
	}
	@unlink($essai);
	ecrire_fichier($fichier, $corps);
	return $corps;
}

/** Demande une adresse, en un temps borné du début à la fin ; vide sans réponse. */
function f3e_communautes_demander(string $adresse): string {
	$fin = microtime(true) + F3E_COMMUNAUTES_ATTENTE;
	$contexte = stream_context_create(['http' => ['timeout' => F3E_COMMUNAUTES_ATTENTE, 'follow_location' => 0, 'ignore_errors' => false]]);
	$flux = @fopen($adresse, 'rb', false, $contexte);
	if (!$flux) {
		return '';
	}
	stream_set_timeout($flux, 1);
	$corps = '';
	while (!feof($flux) && microtime(true) < $fin && strlen($corps) <= 524288) {
		$corps .= (string) fread($flux, 8192);
	}
	$est_entier = feof($flux) && strlen($corps) <= 524288;
	fclose($flux);
	return $est_entier ? $corps : '';
}

/** Si un contenu ne tient que ce que nous rendons : du texte, des listes, des liens et un formulaire vers ce serveur. */
function f3e_communautes_est_sur(string $html, string $element): bool {
	static $balises = ['div', 'p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'h2', 'h3', 'h4', 'h5', 'h6', 'bdi', 'span', 'section', 'fieldset', 'legend', 'summary', 'details', 'a', 'time', 'form', 'label', 'input', 'select', 'option', 'textarea', 'button'];
	static $interdits = ['style', 'src', 'srcset', 'formaction', 'background', 'poster', 'srcdoc', 'xmlns'];
	if (strpos($html, "<f3e-$element") !== 0) {
		return false;
	}
	$serveur = f3e_communautes_serveur();
	$reste = preg_replace_callback(
		'#<(/?)([a-z][a-z0-9-]*)((?:\s+[a-z][a-z0-9-]*(?:="[^"<>]*")?)*)\s*/?>#',
		static function ($trouve) use ($balises, $interdits, $element, $serveur) {
			if (!in_array($trouve[2], $balises, true) && $trouve[2] !== "f3e-$element") {
				return '<';
			}
			preg_match_all('#\s([a-z][a-z0-9-]*)(?:="([^"]*)")?#', $trouve[3], $attributs, PREG_SET_ORDER);
			foreach ($attributs as $attribut) {
				$valeur = html_entity_decode($attribut[2] ?? '', ENT_QUOTES | ENT_HTML5, 'UTF-8');
				$est_adresse = in_array($attribut[1], ['href', 'action'], true);
				if (strpos($attribut[1], 'on') === 0 || in_array($attribut[1], $interdits, true) || ($est_adresse && strpos($valeur, "$serveur/") !== 0 && strpos($valeur, '#') !== 0)) {
					return '<';
				}
			}
			return '';
		},
		$html
	);
	return is_string($reste) && strpos($reste, '<') === false;
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
	foreach (substr($element, -5) === '-form' ? $donnes : [] as $nom => $valeur) {
		if (is_string($nom) && is_scalar($valeur) && preg_match('/^prefill-[a-z0-9-]{1,64}$/', $nom)) {
			$lus[$nom] = trim((string) preg_replace('/[<>{}\[\]\s]+/', ' ', (string) $valeur));
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
	if (f3e_communautes_est_sur($rendu, $element)) {
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
