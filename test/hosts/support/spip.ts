/** A fresh SPIP of a Debian release, on loopback, with its tables in SQLite. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { ensureCommand, unpack } from './debian.js';
import { eventually, freePort, start } from './processes.js';
import { password, type TestSite } from './wordpress.js';

/** Libraries, not PHP itself and its extensions. */
const needs =
  /^(?:libjs-|node-|fonts-dustin|php-(?!cli|common|json|mbstring|mysql|xml|zip|pgsql|sqlite3|gd|curl|intl|fpm|cgi|\d))/;

export async function startSpip(
  suite: string,
  { folder, cache, plugin }: { folder: string; cache: string; plugin(plugins: string): void },
): Promise<TestSite & { folder: string }> {
  ensureCommand('php', [
    'php-cli',
    'php-sqlite3',
    'php-mbstring',
    'php-xml',
    'php-gd',
    'php-zip',
    'php-curl',
  ]);
  const source = join(cache, `spip-${suite}`);
  unpack(suite, ['spip'], { cache, target: source, needs });
  const site = join(folder, `spip-${suite}`);
  rmSync(site, { recursive: true, force: true });
  const from = join(source, 'root/usr/share');
  const copy = (what: string, to: string) =>
    cpSync(join(from, what), to, { recursive: true, dereference: true, filter: (path) => existsSync(path) });
  copy('spip', site);
  copy('php', join(site, 'bibliotheques'));
  for (const part of ['vendor', 'bibliotheques', 'ecrire', 'plugins-dist', 'config'])
    turnAddresses(join(site, part), site);
  rmSync(join(site, 'config/mes_options.php'));
  for (const part of ['tmp', 'IMG', 'local', 'plugins']) {
    rmSync(join(site, part), { recursive: true, force: true });
    mkdirSync(join(site, part));
  }
  plugin(join(site, 'plugins'));
  writeFileSync(join(site, 'complements.php'), complements);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  start(
    'php',
    ['-d', `auto_prepend_file=${join(site, 'complements.php')}`, '-S', `127.0.0.1:${port}`, '-t', site],
    {
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
    },
  );
  await eventually(() => fetch(url, { signal: AbortSignal.timeout(20_000) }), 30, 'SPIP');
  const [, version = ''] =
    /spip_version_branche = ['"]([^'"]+)['"]/.exec(
      readFileSync(join(site, 'ecrire/inc_version.php'), 'utf8'),
    ) ?? [];
  return { url, version, log: join(site, 'tmp/log'), folder: site };
}

/** Functions of PHP 8.4, which Debian's copy takes for granted. */
const complements = `<?php
if (!function_exists('array_any')) {
  function array_any(array $all, callable $is) { foreach ($all as $key => $one) if ($is($one, $key)) return true; return false; }
  function array_all(array $all, callable $is) { foreach ($all as $key => $one) if (!$is($one, $key)) return false; return true; }
  function array_find(array $all, callable $is) { foreach ($all as $key => $one) if ($is($one, $key)) return $one; return null; }
  function array_find_key(array $all, callable $is) { foreach ($all as $key => $one) if ($is($one, $key)) return $key; return null; }
}`;

/** Debian's copy looks for its parts at two places of the machine. */
function turnAddresses(folder: string, site: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.php')) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    const turned = text
      .replaceAll('/usr/share/php/', `${site}/bibliotheques/`)
      .replaceAll('/usr/share/spip/', `${site}/`);
    if (turned !== text) writeFileSync(path, turned);
  }
}

/** The steps of SPIP's own installation. */
export async function installSpip(page: Page, { url }: TestSite): Promise<void> {
  const goOn = () => page.locator('[type=submit]:visible').last().click();
  await page.goto(`${url}/ecrire/?exec=install`);
  await goOn();
  await page.locator('input[value=sqlite3]').check();
  await goOn();
  await expect(page.locator('input[name=choix_db]')).toBeVisible();
  await goOn();
  const person = { nom: 'Administration', email: 'administration@example.org', login: 'administration' };
  for (const [name, value] of Object.entries({ ...person, pass: password, pass_verif: password }))
    await page.locator(`input[name=${name}]`).fill(value);
  await goOn();
  await expect(page.getByText('Vous pouvez maintenant commencer')).toBeVisible();
  await goOn();
  await page.waitForLoadState('load');
}

/** Who has just installed it is in; the first visit says what the server of the site could do better. */
export async function enterSpip(page: Page, { url }: TestSite): Promise<void> {
  await page.goto(`${url}/ecrire/`);
  if (await page.locator('#var_login').count()) {
    await page.locator('#var_login').fill('administration');
    await page.locator('#password').fill(password);
    await page.locator('[type=submit]:visible').first().click();
  }
  await expect(page.locator('#bando_navigation, .formulaire_spip, [type=submit]').first()).toBeVisible();
}

/** Publishes an article as the private area does; returns its number. */
export function publishArticle(folder: string, title: string, text: string): number {
  const script = `
    chdir(${JSON.stringify(join(folder, 'ecrire'))}); $_SERVER['REQUEST_URI'] = '/ecrire/'; $_SERVER['SCRIPT_FILENAME'] = getcwd() . '/index.php';
    require '../vendor/autoload.php'; define('_ESPACE_PRIVE', true); require './inc_version.php'; include_spip('base/abstract_sql'); include_spip('action/editer_article'); include_spip('action/editer_rubrique'); include_spip('inc/autoriser');
    autoriser_exception('publierdans', 'rubrique', '*'); autoriser_exception('modifier', 'article', '*'); autoriser_exception('instituer', 'article', '*');
    $rubrique = sql_getfetsel('id_rubrique', 'spip_rubriques') ?: rubrique_inserer(0); rubrique_modifier($rubrique, ['titre' => 'Communautés']);
    $article = article_inserer($rubrique); $text = stream_get_contents(STDIN);
    article_modifier($article, ['titre' => ${JSON.stringify(title)}, 'texte' => $text, 'statut' => 'publie', 'date' => '2026-01-01 10:00:00']);
    sql_updateq('spip_articles', ['statut' => 'publie'], 'id_article=' . $article); include_spip('inc/rubriques'); calculer_rubriques(); echo "#$article#";`;
  const output = execFileSync(
    'php',
    ['-d', `auto_prepend_file=${join(folder, 'complements.php')}`, '-r', script],
    { input: text, encoding: 'utf8' },
  );
  return Number(/#(\d+)#/.exec(output)?.[1]);
}
