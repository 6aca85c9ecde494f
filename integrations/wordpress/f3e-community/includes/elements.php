<?php
/**
 * The elements and what their attributes take: `elements.json`, made from the widgets' own contract.
 *
 * @package F3eCommunity
 */

defined( 'ABSPATH' ) || exit;

/** The elements by their name without `f3e-`. */
function f3e_community_elements(): array {
	static $elements = null;
	if ( null === $elements ) {
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of this plugin.
		$elements = json_decode( (string) file_get_contents( plugin_dir_path( F3E_COMMUNITY_FILE ) . 'elements.json' ), true );
		if ( ! is_array( $elements ) ) {
			$elements = array();
		}
	}
	return $elements;
}

/**
 * The attributes that an element knows, among those given: a flag has an empty value, an empty one is left out.
 *
 * @param string $element Name of an element.
 * @param array  $given   Attributes as a shortcode or block has them.
 */
function f3e_community_attributes( string $element, array $given ): array {
	$known = f3e_community_elements()[ $element ]['attributes'] ?? array();
	$read  = array();
	foreach ( $known as $name => $attribute ) {
		if ( ! array_key_exists( $name, $given ) ) {
			continue;
		}
		$value = $given[ $name ];
		if ( 'flag' === $attribute['kind'] ) {
			$is_off = in_array( strtolower( trim( (string) $value ) ), array( '0', 'false', 'off', 'no', 'non' ), true );
			if ( false !== $value && ! $is_off ) {
				$read[ $name ] = '';
			}
			continue;
		}
		$value = is_scalar( $value ) ? trim( preg_replace( '/[<>{}\[\]\s]+/', ' ', (string) $value ) ) : '';
		if ( '' !== $value && strlen( $value ) <= 300 ) {
			$read[ $name ] = $value;
		}
	}
	// Answers that a page fills in beforehand: the questions of a form are data.
	foreach ( '-form' === substr( $element, -5 ) ? $given : array() as $name => $value ) {
		if ( is_string( $name ) && preg_match( '/^prefill-[a-z0-9-]{1,64}$/', $name ) && is_scalar( $value ) ) {
			$read[ $name ] = trim( preg_replace( '/[<>{}\[\]\s]+/', ' ', (string) $value ) );
		}
	}
	$look = f3e_community_setting( 'look' );
	if ( $look && isset( $known['theme']['values'] ) && ! isset( $read['theme'] ) ) {
		$read['theme'] = $look;
	}
	return $read;
}
