<?php
/**
 * Shortcodes: `[f3e_session_calendar community="genre" view="agenda"]`, one for each element.
 *
 * @package F3eCommunity
 */

defined( 'ABSPATH' ) || exit;

/** Registers a shortcode for each element. */
function f3e_community_register_shortcodes(): void {
	foreach ( array_keys( f3e_community_elements() ) as $element ) {
		add_shortcode(
			'f3e_' . str_replace( '-', '_', $element ),
			static function ( $given ) use ( $element ) {
				$attributes = array();
				foreach ( is_array( $given ) ? $given : array() as $name => $value ) {
					// A flag may stand alone, and the visual editor makes quotes typographic.
					if ( is_int( $name ) ) {
						$attributes[ sanitize_key( $value ) ] = true;
					} else {
						$value = trim( (string) $value, " \t\n\r\0\x0B\"'“”«»’″" );

						$attributes[ str_replace( '_', '-', $name ) ] = html_entity_decode( $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
					}
				}
				return f3e_community_render( $element, $attributes );
			}
		);
	}
}
add_action( 'init', 'f3e_community_register_shortcodes' );
