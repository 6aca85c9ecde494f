<?php
/**
 * Plugin Name:       F3E – Communautés de pratiques
 * Plugin URI:        https://f3e.asso.fr/
 * Description:       Blocs et codes courts pour présenter les communautés de pratiques du F3E : séances, ressources, inscription. Sans cookie ni suivi.
 * Version:           %VERSION%
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            F3E
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       f3e-community
 *
 * @package F3eCommunity
 */

defined( 'ABSPATH' ) || exit;

define( 'F3E_COMMUNITY_VERSION', '%VERSION%' );
define( 'F3E_COMMUNITY_FILE', __FILE__ );

require_once __DIR__ . '/includes/messages.php';
require_once __DIR__ . '/includes/elements.php';
require_once __DIR__ . '/includes/server.php';
require_once __DIR__ . '/includes/script.php';
require_once __DIR__ . '/includes/render.php';
require_once __DIR__ . '/includes/kses.php';
require_once __DIR__ . '/includes/shortcodes.php';
require_once __DIR__ . '/includes/blocks.php';
require_once __DIR__ . '/includes/embeds.php';
require_once __DIR__ . '/includes/settings.php';
