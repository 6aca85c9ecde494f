<?php
/**
 * The script of the widgets: once in a page, where a widget is, with the hash of its file.
 *
 * @package F3eCommunity
 */

defined( 'ABSPATH' ) || exit;

/** Registers the script and the stylesheet that reserves room; they are printed where they are asked for. */
function f3e_community_register_script(): void {
	$server = f3e_community_server();
	if ( '' === $server ) {
		return;
	}
	$release = f3e_community_release();
	$folder  = $release ? $server . '/' . $release['version'] : $server . '/v1';
	// The address holds the version.
	// phpcs:disable WordPress.WP.EnqueuedResourceParameters.MissingVersion
	wp_register_script( 'f3e-community', $folder . '/f3e.js', array(), null, true );
	wp_register_style( 'f3e-community', $folder . '/f3e.css', array(), null );
	// phpcs:enable
	$accent = f3e_community_setting( 'accent' );
	if ( preg_match( '/^#[0-9a-f]{6}$/i', $accent ) ) {
		wp_add_inline_style( 'f3e-community', ':root { --f3e-accent: ' . $accent . '; }' );
	}
	if ( f3e_community_setting( 'everywhere' ) ) {
		f3e_community_enqueue();
	}
}
add_action( 'wp_enqueue_scripts', 'f3e_community_register_script', 5 );
add_action( 'enqueue_block_assets', 'f3e_community_register_script', 5 );

/** Asks for the script in this page. */
function f3e_community_enqueue(): void {
	wp_enqueue_script( 'f3e-community' );
	wp_enqueue_style( 'f3e-community' );
}

/** In the editor, so that blocks show the real widgets. */
function f3e_community_enqueue_in_editor(): void {
	if ( is_admin() && wp_script_is( 'f3e-community', 'registered' ) ) {
		f3e_community_enqueue();
	}
}
add_action( 'enqueue_block_assets', 'f3e_community_enqueue_in_editor' );

/**
 * A module, with its hash where the server names one.
 *
 * @param string $tag    The tag of a script.
 * @param string $handle Its name.
 */
function f3e_community_script_tag( string $tag, string $handle ): string {
	if ( 'f3e-community' !== $handle ) {
		return $tag;
	}
	$tag = preg_replace( '/ type=([\'"])[^\'"]*\1/', '', $tag );
	// Consent tools and optimisers know these marks; the script stores nothing and follows nobody.
	$marks   = ' type="module" data-no-optimize="1" data-no-defer="1" data-cfasync="false"';
	$release = f3e_community_release();
	if ( $release ) {
		$marks .= ' integrity="' . esc_attr( $release['hash'] ) . '" crossorigin="anonymous"';
	}
	return str_replace( '<script ', '<script' . $marks . ' ', $tag );
}
add_filter( 'script_loader_tag', 'f3e_community_script_tag', 20, 2 );

/**
 * Code that somebody pasted, a place, or a link to a hosted page needs the script as well.
 *
 * @param string $content Content of a page or widget.
 */
function f3e_community_look_for_places( $content ) {
	$server = f3e_community_server();
	if ( is_string( $content ) && '' !== $server && ( preg_match( '/<f3e-|data-f3e=/', $content ) || false !== strpos( $content, esc_url( $server ) . '/' ) ) ) {
		f3e_community_enqueue();
	}
	return $content;
}
add_filter( 'the_content', 'f3e_community_look_for_places', 99 );
add_filter( 'widget_text', 'f3e_community_look_for_places', 99 );
add_filter( 'widget_block_content', 'f3e_community_look_for_places', 99 );
