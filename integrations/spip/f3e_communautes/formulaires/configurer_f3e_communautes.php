<?php
/**
 * Le réglage du plugin : où est le serveur.
 *
 * @package SPIP\F3eCommunautes
 */

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

function formulaires_configurer_f3e_communautes_charger_dist() {
	include_spip('inc/config');
	return ['serveur' => lire_config('f3e_communautes/serveur', ''), '_meta_casier' => 'f3e_communautes'];
}

function formulaires_configurer_f3e_communautes_verifier_dist() {
	$serveur = trim((string) _request('serveur'));
	if (!preg_match('#^https?://[^/?\#\s"\'<>]+(?:/[^?\#\s"\'<>]*)?$#', $serveur)) {
		return ['serveur' => _T('f3e_communautes:adresse_illisible')];
	}
	return [];
}

function formulaires_configurer_f3e_communautes_traiter_dist() {
	include_spip('inc/config');
	include_spip('f3e_communautes_fonctions');
	ecrire_config('f3e_communautes/serveur', rtrim(trim((string) _request('serveur')), '/'));
	$reponse = json_decode(f3e_communautes_lire('/v1/communities'), true);
	$noms = array_map(
		static function ($une) {
			return (string) ($une['shortName'] ?? $une['name'] ?? '');
		},
		is_array($reponse['items'] ?? null) ? $reponse['items'] : []
	);
	if (!$noms) {
		return ['message_erreur' => _T('f3e_communautes:sans_reponse'), 'editable' => true];
	}
	include_spip('inc/invalideur');
	suivre_invalideur("id='f3e_communautes'");
	return ['message_ok' => _T('f3e_communautes:repond', ['noms' => entites_html(implode(', ', $noms))]), 'editable' => true];
}
