<?php
/**
 * A block for each element, drawn by the server, with the settings of the element beside it.
 *
 * @package F3eCommunity
 */

defined( 'ABSPATH' ) || exit;

/** Names of attributes as blocks have them: `noJoin` of `no-join`. */
function f3e_community_camel( string $name ): string {
	return lcfirst( str_replace( ' ', '', ucwords( str_replace( '-', ' ', $name ) ) ) );
}

/** Registers the blocks. */
function f3e_community_register_blocks(): void {
	wp_register_script(
		'f3e-community-blocks',
		plugins_url( 'assets/blocks.js', F3E_COMMUNITY_FILE ),
		array( 'wp-blocks', 'wp-element', 'wp-components', 'wp-block-editor', 'wp-server-side-render' ),
		F3E_COMMUNITY_VERSION,
		true
	);
	foreach ( f3e_community_elements() as $name => $element ) {
		$attributes = array(
			'fallbackHref' => array(
				'type'    => 'string',
				'default' => '',
			),
			'fallbackText' => array(
				'type'    => 'string',
				'default' => '',
			),
		);
		foreach ( $element['attributes'] as $attribute => $facts ) {
			$attributes[ f3e_community_camel( $attribute ) ] = 'flag' === $facts['kind'] ? array(
				'type'    => 'boolean',
				'default' => false,
			) : array(
				'type'    => 'string',
				'default' => '',
			);
		}
		register_block_type(
			'f3e/' . $name,
			array(
				'api_version'           => 2,
				'title'                 => $element['title'][ f3e_community_is_french() ? 'fr' : 'en' ],
				'category'              => 'f3e',
				'attributes'            => $attributes,
				'supports'              => array(
					'html'  => false,
					'align' => array( 'wide', 'full' ),
				),
				'editor_script_handles' => array( 'f3e-community-blocks' ),
				'render_callback'       => static function ( $given ) use ( $name, $element ) {
					$said = array();
					foreach ( array_keys( $element['attributes'] ) as $attribute ) {
						$value = $given[ f3e_community_camel( $attribute ) ] ?? '';
						if ( '' !== $value && false !== $value ) {
							$said[ $attribute ] = $value;
						}
					}
					return '<div ' . get_block_wrapper_attributes() . '>' . f3e_community_render( $name, $said ) . '</div>';
				},
			)
		);
	}
}
add_action( 'init', 'f3e_community_register_blocks' );

/** What the editor needs to know: only there, since it may ask the server. */
function f3e_community_editor_data(): void {
	$language    = f3e_community_is_french() ? 'fr' : 'en';
	$communities = array();
	foreach ( f3e_community_list() as $slug => $name ) {
		$communities[] = array(
			'value' => $slug,
			'label' => $name,
		);
	}
	$data = array(
		'language'    => $language,
		'elements'    => f3e_community_elements(),
		'communities' => $communities,
		'server'      => f3e_community_server(),
		'messages'    => array(
			'unset'     => f3e_community_text( 'unset' ),
			'options'   => f3e_community_text( 'options' ),
			'more'      => f3e_community_text( 'more' ),
			'several'   => f3e_community_text( 'several' ),
			'no_server' => f3e_community_text( 'no_server' ),
		),
	);
	wp_add_inline_script( 'f3e-community-blocks', 'window.f3eCommunity = ' . wp_json_encode( $data, JSON_HEX_TAG ) . ';', 'before' );
}
add_action( 'enqueue_block_editor_assets', 'f3e_community_editor_data' );

/**
 * The blocks stand together in the list.
 *
 * @param array $categories Categories of blocks.
 */
function f3e_community_block_category( $categories ) {
	return array_merge(
		array(
			array(
				'slug'  => 'f3e',
				'title' => f3e_community_text( 'category' ),
			),
		),
		$categories
	);
}
add_filter( 'block_categories_all', 'f3e_community_block_category' );
