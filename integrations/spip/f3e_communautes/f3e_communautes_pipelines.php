<?php
/**
 * Le script des widgets : dans les pages qui en contiennent un, et dans l’espace privé pour l’aperçu.
 *
 * @package SPIP\F3eCommunautes
 */

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

/** Ajoute le script à l’en-tête d’une page publique où se trouve un élément, sa place ou un lien vers le serveur. */
function f3e_communautes_affichage_final($page) {
	if (empty($GLOBALS['html']) || !is_string($page)) {
		return $page;
	}
	include_spip('f3e_communautes_fonctions');
	$serveur = f3e_communautes_serveur();
	if ($serveur === '' || !(preg_match('/<f3e-|data-f3e=/', $page) || strpos($page, "\"$serveur/") !== false || strpos($page, "'$serveur/") !== false)) {
		return $page;
	}
	$fin = stripos($page, '</head>');
	return $fin === false ? $page : substr_replace($page, f3e_communautes_balises(), $fin, 0);
}

/** Dans l’espace privé, l’article montre le vrai widget. */
function f3e_communautes_header_prive($flux) {
	include_spip('f3e_communautes_fonctions');
	return $flux . f3e_communautes_balises();
}
