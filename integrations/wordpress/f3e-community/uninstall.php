<?php
/**
 * Removes what the plugin kept.
 *
 * @package F3eCommunity
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'f3e_community' );
global $wpdb;
// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Transients have no other way to be removed by their beginning.
$wpdb->query( $wpdb->prepare( "DELETE FROM {$wpdb->options} WHERE option_name LIKE %s OR option_name LIKE %s", $wpdb->esc_like( '_transient_f3e_community_' ) . '%', $wpdb->esc_like( '_transient_timeout_f3e_community_' ) . '%' ) );
