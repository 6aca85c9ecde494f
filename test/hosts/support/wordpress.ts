/** A fresh WordPress of a Debian release, on loopback, with a person of each role. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureCommand, unpack } from './debian.js';
import { eventually, freePort, start } from './processes.js';

export const roles = ['administrator', 'editor', 'author', 'contributor'] as const;
export const password = 'un-mot-de-passe-des-tests';
const needs = /^(?:libjs-|php-getid3|libphp-|wordpress-theme)/;

export interface TestDatabase {
  host: string;
  create(name: string): void;
}

/** A database server of its own: nothing of the machine's is touched. */
export async function startMariaDb(folder: string): Promise<TestDatabase> {
  ensureCommand('mariadbd', ['mariadb-server']);
  const data = join(folder, 'mariadb');
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  execFileSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--user=root',
    ],
    { stdio: 'ignore' },
  );
  const port = await freePort();
  const socket = join(data, 'socket');
  start('mariadbd', [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${socket}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--user=root',
    '--skip-log-bin',
    '--innodb-flush-log-at-trx-commit=0',
    `--pid-file=${join(data, 'pid')}`,
  ]);
  const query = (sql: string) =>
    execFileSync('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', sql], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  await eventually(() => query('select 1'), 60, 'the database');
  return {
    host: `127.0.0.1:${port}`,
    create: (name) =>
      void query(
        `drop database if exists ${name}; create database ${name}; create user if not exists test@'127.0.0.1' identified by 'test'; grant all on *.* to test@'127.0.0.1'`,
      ),
  };
}

export interface TestSite {
  url: string;
  version: string;
  /** File of what PHP complained of. */
  log: string;
}

export async function startWordPress(
  suite: string,
  { folder, cache, database }: { folder: string; cache: string; database: TestDatabase },
): Promise<TestSite> {
  ensureCommand('php', [
    'php-cli',
    'php-mysql',
    'php-gd',
    'php-mbstring',
    'php-xml',
    'php-curl',
    'php-zip',
    'php-intl',
    'php-sqlite3',
  ]);
  const source = join(cache, `wordpress-${suite}`);
  unpack(suite, ['wordpress', 'wordpress-theme-twentytwentyfive'], { cache, target: source, needs });
  const site = join(folder, `wordpress-${suite}`);
  rmSync(site, { recursive: true, force: true });
  cpSync(join(source, 'root/usr/share/wordpress'), site, {
    recursive: true,
    dereference: true,
    filter: (path) => existsSync(path),
  });
  const name = `wordpress_${suite}`;
  database.create(name);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  writeFileSync(
    join(site, 'wp-config.php'),
    `<?php
define('DB_NAME', '${name}'); define('DB_USER', 'test'); define('DB_PASSWORD', 'test'); define('DB_HOST', '${database.host}');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', ''); $table_prefix = 'wp_';
define('WPLANG', 'fr_FR'); define('WP_HOME', '${url}'); define('WP_SITEURL', '${url}'); define('FS_METHOD', 'direct'); define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true); define('WP_ACCESSIBLE_HOSTS', '127.0.0.1,localhost'); define('AUTOMATIC_UPDATER_DISABLED', true);
foreach (['AUTH_KEY','SECURE_AUTH_KEY','LOGGED_IN_KEY','NONCE_KEY','AUTH_SALT','SECURE_AUTH_SALT','LOGGED_IN_SALT','NONCE_SALT'] as $key) define($key, $key);
define('WP_DEBUG', true); define('WP_DEBUG_LOG', '${join(site, 'debug.log')}'); define('WP_DEBUG_DISPLAY', false);
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';`,
  );
  mkdirSync(join(site, 'wp-content/uploads'), { recursive: true });
  mkdirSync(join(site, 'wp-content/plugins'), { recursive: true });
  // WordPress asks no server of its own machine for an embed: here all of them are.
  mkdirSync(join(site, 'wp-content/mu-plugins'), { recursive: true });
  writeFileSync(
    join(site, 'wp-content/mu-plugins/loopback.php'),
    "<?php add_filter('http_request_host_is_external', '__return_true'); add_filter('http_allowed_safe_ports', fn () => range(1024, 65535));",
  );
  writeFileSync(
    join(site, 'install.php'),
    `<?php
define('WP_INSTALLING', true); $_SERVER['HTTP_HOST'] = '127.0.0.1:${port}';
require __DIR__ . '/wp-load.php'; require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Site de test', 'administrator', 'administrator@example.org', true, '', '${password}');
delete_option('WPLANG');
foreach (['editor', 'author', 'contributor'] as $role) wp_insert_user(['user_login' => $role, 'user_pass' => '${password}', 'user_email' => "$role@example.org", 'role' => $role]);
switch_theme('twentytwentyfive');
echo $GLOBALS['wp_version'];`,
  );
  const output = execFileSync('php', [join(site, 'install.php')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  rmSync(join(site, 'install.php'));
  start('php', ['-d', 'upload_max_filesize=8M', '-S', `127.0.0.1:${port}`, '-t', site], {
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
  });
  await eventually(
    async () => {
      const { status } = await fetch(`${url}/wp-login.php`, { signal: AbortSignal.timeout(10_000) });
      if (status !== 200) throw new Error(String(status));
    },
    30,
    'WordPress',
  );
  return {
    url,
    version: /\d+\.\d+[\d.]*/.exec(output.trim().split('\n').at(-1) ?? '')?.[0] ?? output,
    log: join(site, 'debug.log'),
  };
}
