<?php
/**
 * Words of the plugin: French first, English where the reader's language is another.
 *
 * @package F3eCommunity
 */

defined( 'ABSPATH' ) || exit;

/** Whether somebody reads French: the person in the administration, the site in its pages. */
function f3e_community_is_french(): bool {
	return 0 === strpos( is_admin() ? get_user_locale() : get_locale(), 'fr' );
}

/** A phrase by its name. */
function f3e_community_text( string $name ): string {
	static $texts = null;
	if ( null === $texts ) {
		$texts = array(
			'settings'        => array( 'F3E – Communautés de pratiques', 'F3E – Communities of practice' ),
			'server'          => array( 'Adresse du serveur', 'Address of the server' ),
			'server_hint'     => array( 'Celle que le F3E vous a donnée, par exemple https://communautes.example.org.', 'The one that F3E gave you, such as https://communautes.example.org.' ),
			'look'            => array( 'Allure', 'Look' ),
			'look_hint'       => array( 'Pour tous les widgets de ce site ; un bloc peut en avoir une autre.', 'For all widgets of this site; a block may have another.' ),
			'accent'          => array( 'Couleur des liens et boutons', 'Colour of links and buttons' ),
			'accent_hint'     => array( 'Par exemple #14528f. Sans réglage, une couleur aussi foncée que le texte.', 'Such as #14528f. Without it, a colour as dark as the text.' ),
			'everywhere'      => array( 'Charger le script sur toutes les pages', 'Load the script on all pages' ),
			'everywhere_hint' => array( 'Inutile le plus souvent : il se charge où un widget se trouve.', 'Mostly of no use: it is loaded where there is a widget.' ),
			'save'            => array( 'Enregistrer', 'Save' ),
			'connected'       => array( 'Le serveur répond. Communautés : %s.', 'The server answers. Communities: %s.' ),
			'unreachable'     => array( 'Le serveur ne répond pas à cette adresse. Les pages gardent ce qu’elles ont, et leurs liens.', 'The server does not answer at this address. Pages keep what they have, and their links.' ),
			'no_server'       => array( 'Donnez l’adresse du serveur pour que les widgets s’affichent.', 'Give the address of the server so that widgets show.' ),
			'bad_address'     => array( 'Cette adresse n’est pas celle d’un site : elle commence par https:// (ou http://).', 'This is not the address of a site: it begins with https:// (or http://).' ),
			'bad_colour'      => array( 'Cette couleur n’est pas de la forme #14528f.', 'This colour is not written like #14528f.' ),
			'builder'         => array( 'Composer un code', 'Build a snippet' ),
			'check'           => array( 'Pourquoi un widget ne s’affiche pas', 'Why a widget does not show' ),
			'origin'          => array( 'Pour que les formulaires s’envoient depuis ce site, le F3E ajoute son adresse à sa liste : %s', 'For forms to be sent from this site, F3E adds its address to its list: %s' ),
			'settings_link'   => array( 'Réglages', 'Settings' ),
			'see'             => array( 'Voir sur le site du F3E', 'See it on the site of F3E' ),
			'unset'           => array( 'par défaut', 'by default' ),
			'options'         => array( 'Réglages du widget', 'Settings of the widget' ),
			'more'            => array( 'Autres réglages', 'Other settings' ),
			'several'         => array( 'Séparés par des virgules.', 'Separated by commas.' ),
			'category'        => array( 'Communautés du F3E', 'F3E communities' ),
		);
	}
	$both = isset( $texts[ $name ] ) ? $texts[ $name ] : array( $name, $name );
	return f3e_community_is_french() ? $both[0] : $both[1];
}
