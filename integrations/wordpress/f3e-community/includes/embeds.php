<?php
/**
 * The address of a hosted page, pasted on a line of its own, becomes what that page shows: for every role and editor.
 *
 * @package F3eCommunity
 */

defined( 'ABSPATH' ) || exit;

/** Registers the addresses of our server. */
function f3e_community_register_embeds(): void {
	$server = f3e_community_server();
	if ( '' === $server ) {
		return;
	}
	$pages = array(
		'communautes/?'                               => array( 'community-directory', '' ),
		'communautes/([a-z0-9-]+)\#seances'           => array( 'session-calendar', 'community' ),
		'communautes/([a-z0-9-]+)/?'                  => array( 'community-card', 'community' ),
		'communautes/([a-z0-9-]+)/rejoindre/?'        => array( 'join-form', 'community' ),
		'seances/?'                                   => array( 'session-calendar', '' ),
		'seances/?\?community=([a-z0-9-]+)'           => array( 'session-calendar', 'community' ),
		'seances/([A-Za-z0-9][\w.~-]*)/inscription/?' => array( 'registration-form', 'session' ),
		'ressources/?'                                => array( 'resource-list', '' ),
		'ressources/?\?community=([a-z0-9-]+)'        => array( 'resource-list', 'community' ),
		'proposer/?'                                  => array( 'proposal-form', '' ),
	);
	$order = 10;
	foreach ( $pages as $path => list( $element, $attribute ) ) {
		wp_embed_register_handler(
			'f3e-' . $order,
			'#^' . preg_quote( $server, '#' ) . '/' . $path . '$#',
			static function ( $matches ) use ( $element, $attribute ) {
				return f3e_community_render( $element, $attribute ? array( $attribute => $matches[1] ) : array() );
			},
			$order++
		);
	}
}
add_action( 'init', 'f3e_community_register_embeds' );
