<?php
/**
 * What the server of F3E answers, kept: a page never waits for it twice, and shows the last good answer while it is away.
 *
 * @package F3eCommunity
 */

defined( 'ABSPATH' ) || exit;

/** Seconds for which an answer is fresh, and for which an old one is shown while the server is away. */
const F3E_COMMUNITY_FRESH = 600;
const F3E_COMMUNITY_STALE = 604800;
/** Seconds that a page waits for an answer. */
const F3E_COMMUNITY_TIMEOUT = 3;
/** Most bytes of an answer. */
const F3E_COMMUNITY_MOST = 524288;

/**
 * A setting.
 *
 * @param string $name `server`, `look`, `accent` or `everywhere`.
 */
function f3e_community_setting( string $name ): string {
	$settings = get_option( 'f3e_community', array() );
	return is_array( $settings ) && isset( $settings[ $name ] ) ? (string) $settings[ $name ] : '';
}

/** Address of the server, without a final slash; empty while nobody gave one. */
function f3e_community_server(): string {
	return untrailingslashit( f3e_community_setting( 'server' ) );
}

/**
 * The body of an answer, or an empty text; fresh, kept, or old while the server is away.
 *
 * @param string $path Path on the server, with its query.
 */
function f3e_community_fetch( string $path ): string {
	$server = f3e_community_server();
	if ( '' === $server ) {
		return '';
	}
	$key  = 'f3e_community_' . md5( $server . $path );
	$kept = get_transient( $key );
	$kept = is_array( $kept ) && isset( $kept['body'], $kept['until'] ) ? $kept : null;
	if ( $kept && $kept['until'] > time() ) {
		return $kept['body'];
	}
	// One visitor asks; the others see what was kept. Nobody asks again at once a server that is away.
	if ( get_transient( $key . '_asked' ) ) {
		return $kept ? $kept['body'] : '';
	}
	set_transient( $key . '_asked', '1', 30 );
	$answer = wp_remote_get(
		$server . $path,
		array(
			'timeout'             => F3E_COMMUNITY_TIMEOUT,
			'redirection'         => 2,
			'limit_response_size' => F3E_COMMUNITY_MOST,
			'headers'             => array( 'Accept-Language' => f3e_community_is_french() ? 'fr' : 'en' ),
		)
	);
	if ( is_wp_error( $answer ) || 200 !== wp_remote_retrieve_response_code( $answer ) ) {
		return $kept ? $kept['body'] : '';
	}
	delete_transient( $key . '_asked' );
	$body = (string) wp_remote_retrieve_body( $answer );
	set_transient(
		$key,
		array(
			'body'  => $body,
			'until' => time() + F3E_COMMUNITY_FRESH,
		),
		F3E_COMMUNITY_STALE
	);
	return $body;
}

/** The communities: short name and name. */
function f3e_community_list(): array {
	$answer = json_decode( f3e_community_fetch( '/v1/communities' ), true );
	$list   = array();
	foreach ( is_array( $answer ) && isset( $answer['items'] ) && is_array( $answer['items'] ) ? $answer['items'] : array() as $one ) {
		if ( isset( $one['slug'] ) && is_string( $one['slug'] ) && preg_match( '/^[a-z0-9-]+$/', $one['slug'] ) ) {
			$name                 = isset( $one['shortName'] ) ? $one['shortName'] : ( isset( $one['name'] ) ? $one['name'] : $one['slug'] );
			$list[ $one['slug'] ] = sanitize_text_field( (string) $name );
		}
	}
	return $list;
}

/** The release that the server runs: its version, and the sha384 of its files. */
function f3e_community_release(): array {
	$release = json_decode( f3e_community_fetch( '/v1/release.json' ), true );
	$version = is_array( $release ) && isset( $release['version'] ) ? (string) $release['version'] : '';
	$hash    = is_array( $release ) && isset( $release['integrity']['f3e.js'] ) ? (string) $release['integrity']['f3e.js'] : '';
	if ( ! preg_match( '/^\d+\.\d+\.\d+$/', $version ) || ! preg_match( '/^sha384-[A-Za-z0-9+\/=]+$/', $hash ) ) {
		return array();
	}
	return array(
		'version' => $version,
		'hash'    => $hash,
	);
}
