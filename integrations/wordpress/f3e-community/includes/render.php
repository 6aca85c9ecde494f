<?php
/**
 * An element as HTML: with the content that the server gives, else with a link.
 *
 * @package F3eCommunity
 */

defined( 'ABSPATH' ) || exit;

/** What the content of an element may hold: text, lists, links and a form; nothing that runs or that looks elsewhere. */
function f3e_community_allowed_content(): array {
	$common = array(
		'id'               => true,
		'class'            => true,
		'lang'             => true,
		'dir'              => true,
		'aria-describedby' => true,
		'aria-label'       => true,
	);
	$tags   = array( 'div', 'p', 'br', 'strong', 'em', 'b', 'i', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'h2', 'h3', 'h4', 'h5', 'h6', 'bdi', 'span', 'section', 'fieldset', 'legend', 'summary' );
	$kept   = array_fill_keys( $tags, $common );
	$field  = $common + array(
		'name'         => true,
		'value'        => true,
		'required'     => true,
		'maxlength'    => true,
		'autocomplete' => true,
	);
	return $kept + f3e_community_tags() + array(
		'a'        => $common + array( 'href' => true ),
		'time'     => $common + array( 'datetime' => true ),
		'details'  => $common + array( 'open' => true ),
		'form'     => $common + array(
			'method' => true,
			'action' => true,
		),
		'label'    => $common + array( 'for' => true ),
		'input'    => $field + array(
			'type'    => true,
			'checked' => true,
		),
		'select'   => $field,
		'textarea' => $field + array( 'rows' => true ),
		'option'   => $common + array(
			'value'    => true,
			'selected' => true,
		),
		'button'   => $common + array( 'type' => true ),
	);
}

/**
 * An element with its content.
 *
 * @param string $element Name of an element, without `f3e-`.
 * @param array  $given   Attributes.
 */
function f3e_community_render( string $element, array $given ): string {
	$server = f3e_community_server();
	if ( ! isset( f3e_community_elements()[ $element ] ) ) {
		return '';
	}
	if ( '' === $server ) {
		// Only who can do something about it is told.
		return current_user_can( 'manage_options' ) ? '<p>' . esc_html( f3e_community_text( 'no_server' ) ) . '</p>' : '';
	}
	f3e_community_enqueue();
	$attributes = f3e_community_attributes( $element, $given );
	$query      = array_map( 'rawurlencode', array_map( 'strval', $attributes ) );
	$address    = add_query_arg( $query + array( 'lang' => f3e_community_is_french() ? 'fr' : 'en' ), '/v1/render/' . $element );
	$rendered   = f3e_community_fetch( $address );
	if ( 0 !== strpos( $rendered, '<f3e-' . $element ) ) {
		return f3e_community_link_only( $element, $attributes );
	}
	return '<div class="f3e-community">' . wp_kses( $rendered, f3e_community_allowed_content(), array( 'http', 'https', 'mailto' ) ) . '</div>';
}

/**
 * An element around a link to its hosted page: while the server is away.
 *
 * @param string $element    Name of an element.
 * @param array  $attributes Attributes that it knows.
 */
function f3e_community_link_only( string $element, array $attributes ): string {
	$written = '';
	foreach ( $attributes as $name => $value ) {
		$written .= '' === $value ? ' ' . $name : ' ' . $name . '="' . esc_attr( $value ) . '"';
	}
	return '<div class="f3e-community"><f3e-' . $element . $written . '><a href="' . esc_url( f3e_community_page( $element, $attributes ) ) . '">' . esc_html( f3e_community_text( 'see' ) ) . '</a></f3e-' . $element . '></div>';
}

/**
 * The hosted page of an element.
 *
 * @param string $element    Name of an element.
 * @param array  $attributes Attributes that it knows.
 */
function f3e_community_page( string $element, array $attributes ): string {
	$server    = f3e_community_server();
	$community = isset( $attributes['community'] ) && false === strpos( $attributes['community'], ',' ) ? rawurlencode( $attributes['community'] ) : '';
	$session   = isset( $attributes['session'] ) ? rawurlencode( $attributes['session'] ) : '';
	switch ( $element ) {
		case 'community-card':
			return $server . '/communautes' . ( $community ? '/' . $community : '' );
		case 'join-form':
			return $server . '/communautes' . ( $community ? '/' . $community . '/rejoindre' : '' );
		case 'session-calendar':
			return $server . '/seances' . ( $community ? '?community=' . $community : '' );
		case 'registration-form':
			return $server . '/seances' . ( $session ? '/' . $session . '/inscription' : '' );
		case 'resource-list':
			return $server . '/ressources' . ( $community ? '?community=' . $community : '' );
		case 'proposal-form':
			return $server . '/proposer';
		default:
			return $server . '/communautes';
	}
}
