<?php
/**
 * The page of settings: where the server is, and how the widgets look in this site.
 *
 * @package F3eCommunity
 */

defined( 'ABSPATH' ) || exit;

/** Registers the setting. */
function f3e_community_register_setting(): void {
	register_setting(
		'f3e_community',
		'f3e_community',
		array(
			'type'              => 'array',
			'sanitize_callback' => 'f3e_community_sanitize',
			'default'           => array(),
		)
	);
}
add_action( 'admin_init', 'f3e_community_register_setting' );

/**
 * What was sent, checked: what cannot be used stays as it was, and is told.
 *
 * @param mixed $sent Fields of the form.
 */
function f3e_community_sanitize( $sent ): array {
	$sent   = is_array( $sent ) ? $sent : array();
	$before = get_option( 'f3e_community', array() );
	$before = is_array( $before ) ? $before : array();
	$server = isset( $sent['server'] ) ? untrailingslashit( esc_url_raw( trim( (string) $sent['server'] ), array( 'https', 'http' ) ) ) : '';
	if ( ! empty( $sent['server'] ) && ! preg_match( '#^https?://[^/?\#\s]+(?:/[^?\#\s]*)?$#', $server ) ) {
		add_settings_error( 'f3e_community', 'server', f3e_community_text( 'bad_address' ) );
		$server = isset( $before['server'] ) ? $before['server'] : '';
	}
	$accent = isset( $sent['accent'] ) ? strtolower( trim( (string) $sent['accent'] ) ) : '';
	if ( '' !== $accent && ! preg_match( '/^#[0-9a-f]{6}$/', $accent ) ) {
		add_settings_error( 'f3e_community', 'accent', f3e_community_text( 'bad_colour' ) );
		$accent = isset( $before['accent'] ) ? $before['accent'] : '';
	}
	$look = isset( $sent['look'] ) && in_array( $sent['look'], f3e_community_looks(), true ) ? $sent['look'] : '';
	return array(
		'server'     => $server,
		'look'       => $look,
		'accent'     => $accent,
		'everywhere' => empty( $sent['everywhere'] ) ? '' : '1',
	);
}

/** The presets that there are. */
function f3e_community_looks(): array {
	return f3e_community_elements()['community-card']['attributes']['theme']['values'] ?? array();
}

/** Adds the page to the menu. */
function f3e_community_menu(): void {
	add_options_page( f3e_community_text( 'settings' ), 'F3E', 'manage_options', 'f3e-community', 'f3e_community_settings_page' );
}
add_action( 'admin_menu', 'f3e_community_menu' );

/**
 * A link to the settings in the list of plugins.
 *
 * @param array $links Links of the plugin.
 */
function f3e_community_action_links( $links ) {
	array_unshift( $links, '<a href="' . esc_url( admin_url( 'options-general.php?page=f3e-community' ) ) . '">' . esc_html( f3e_community_text( 'settings_link' ) ) . '</a>' );
	return $links;
}
add_filter( 'plugin_action_links_' . plugin_basename( F3E_COMMUNITY_FILE ), 'f3e_community_action_links' );

/** One line of the form. */
function f3e_community_field( string $name, string $type = 'text' ): void {
	$value = f3e_community_setting( $name );
	$id    = 'f3e-community-' . $name;
	?>
	<tr>
		<th scope="row"><label for="<?php echo esc_attr( $id ); ?>"><?php echo esc_html( f3e_community_text( $name ) ); ?></label></th>
		<td>
			<?php if ( 'checkbox' === $type ) : ?>
				<input type="checkbox" id="<?php echo esc_attr( $id ); ?>" name="f3e_community[<?php echo esc_attr( $name ); ?>]" value="1" <?php checked( $value, '1' ); ?> aria-describedby="<?php echo esc_attr( $id ); ?>-hint">
			<?php elseif ( 'select' === $type ) : ?>
				<select id="<?php echo esc_attr( $id ); ?>" name="f3e_community[<?php echo esc_attr( $name ); ?>]" aria-describedby="<?php echo esc_attr( $id ); ?>-hint">
					<option value=""><?php echo esc_html( f3e_community_text( 'unset' ) ); ?></option>
					<?php foreach ( f3e_community_looks() as $look ) : ?>
						<option value="<?php echo esc_attr( $look ); ?>" <?php selected( $value, $look ); ?>><?php echo esc_html( f3e_community_value( $look ) ); ?></option>
					<?php endforeach; ?>
				</select>
			<?php else : ?>
				<input type="<?php echo esc_attr( $type ); ?>" class="regular-text" id="<?php echo esc_attr( $id ); ?>" name="f3e_community[<?php echo esc_attr( $name ); ?>]" value="<?php echo esc_attr( $value ); ?>" aria-describedby="<?php echo esc_attr( $id ); ?>-hint">
			<?php endif; ?>
			<p class="description" id="<?php echo esc_attr( $id ); ?>-hint"><?php echo esc_html( f3e_community_text( $name . '_hint' ) ); ?></p>
		</td>
	</tr>
	<?php
}

/** A code of a choice in words. */
function f3e_community_value( string $code ): string {
	$values = f3e_community_elements()['community-card']['values'] ?? array();
	return $values[ $code ][ f3e_community_is_french() ? 'fr' : 'en' ] ?? $code;
}

/** The page. */
function f3e_community_settings_page(): void {
	$server      = f3e_community_server();
	$communities = f3e_community_list();
	?>
	<div class="wrap">
		<h1><?php echo esc_html( f3e_community_text( 'settings' ) ); ?></h1>
		<?php if ( '' === $server ) : ?>
			<div class="notice notice-warning"><p><?php echo esc_html( f3e_community_text( 'no_server' ) ); ?></p></div>
		<?php elseif ( $communities ) : ?>
			<div class="notice notice-success"><p><?php echo esc_html( sprintf( f3e_community_text( 'connected' ), implode( ', ', $communities ) ) ); ?></p></div>
		<?php else : ?>
			<div class="notice notice-error"><p><?php echo esc_html( f3e_community_text( 'unreachable' ) ); ?></p></div>
		<?php endif; ?>
		<form method="post" action="options.php">
			<?php settings_fields( 'f3e_community' ); ?>
			<table class="form-table" role="presentation">
				<?php
				f3e_community_field( 'server', 'url' );
				f3e_community_field( 'look', 'select' );
				f3e_community_field( 'accent' );
				f3e_community_field( 'everywhere', 'checkbox' );
				?>
			</table>
			<?php submit_button( f3e_community_text( 'save' ) ); ?>
		</form>
		<?php if ( '' !== $server ) : ?>
			<p><?php echo esc_html( sprintf( f3e_community_text( 'origin' ), preg_replace( '#^(https?://[^/]+).*$#', '$1', home_url() ) ) ); ?></p>
			<p>
				<a href="<?php echo esc_url( $server . '/integrer?site=wordpress' ); ?>"><?php echo esc_html( f3e_community_text( 'builder' ) ); ?></a> ·
				<a href="<?php echo esc_url( $server . '/integrer/pourquoi' ); ?>"><?php echo esc_html( f3e_community_text( 'check' ) ); ?></a>
			</p>
		<?php endif; ?>
	</div>
	<?php
}
