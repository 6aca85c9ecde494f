<?php
/**
 * Authors and contributors, and everybody of a multisite, may write our tags: without this WordPress removes them.
 *
 * @package F3eCommunity
 */

defined( 'ABSPATH' ) || exit;

/** Our tags with their attributes; none of them runs code or names a server. */
function f3e_community_tags(): array {
	$tags = array(
		'f3e-provider' => array(
			'theme'     => true,
			'no-marks'  => true,
			'time-zone' => true,
		),
	);
	// WordPress keeps attributes by their whole name: the questions that every form has.
	$prefills = array( 'prefill-email', 'prefill-given-name', 'prefill-family-name', 'prefill-organisation', 'prefill-role', 'prefill-membership', 'prefill-phone' );
	foreach ( f3e_community_elements() as $name => $element ) {
		$own                    = array_merge( array_keys( $element['attributes'] ), '-form' === substr( $name, -5 ) ? $prefills : array() );
		$tags[ 'f3e-' . $name ] = array_fill_keys( $own, true ) + array(
			'class'   => true,
			'lang'    => true,
			'loading' => true,
		);
	}
	return $tags;
}

/**
 * Adds our tags to those that are kept in posts.
 *
 * @param array        $tags    Allowed tags.
 * @param string|array $context Where.
 */
function f3e_community_allow_tags( $tags, $context ) {
	return 'post' === $context && is_array( $tags ) ? $tags + f3e_community_tags() : $tags;
}
add_filter( 'wp_kses_allowed_html', 'f3e_community_allow_tags', 10, 2 );
