import { minify } from 'terser';
import ts from 'typescript';
import type { Plugin } from 'vite';
import { encode, MARK } from './template-encoder.mjs';

/**
 * Takes out of the templates and stylesheets what only serves their readers: white space and comments. A line break in
 * a template becomes nothing between tags, and one space elsewhere; then templates are written as steps.
 */
export function squeeze(): Plugin {
  return {
    name: 'squeeze-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !code.includes('`')) return null;
      return { code: withoutPlainAttributes(squeezeTemplates(code)), map: null };
    },
    /**
     * The bundler's own helpers walk objects with `for…in`, which pages with polluted prototypes break (HOSTS R13), and
     * prepare for decorators of methods and parameters, of which there are none.
     */
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        chunk.code = chunk.code
          .replace(/for ?\((?:var|let) (\w+) in (\w+)\)/g, 'for(let $1 of Object.keys($2))')
          .replace(
            /function (\w+)\(e,t,n,r\)\{var i=arguments\.length,.{1,400}?return i>3&&a&&Object\.defineProperty\(t,n,a\),a\}/,
            'function $1(e,t,n){for(let r of e)r(t,n)}',
          )
          .replace(/(\.prototype,`\w+`),void 0\)/g, '$1)');
        const map = bundle[`${chunk.fileName}.map`];
        const { code, map: newMap } = await minify(chunk.code, {
          // It finds what the bundler's minifier leaves: more than 1 % of the compressed bytes.
          module: !chunk.fileName.includes('classic'),
          ecma: 2020,
          mangle: { nth_identifier: identifiers },
          nameCache: { vars: { props: exportedNames(chunk.code) } },
          compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true, keep_fargs: false },
          format: { comments: /^!/ },
          ...(map?.type === 'asset' && { sourceMap: { content: String(map.source) } }),
        });
        chunk.code = withGroupedProperties(code ?? chunk.code);
        if (map?.type === 'asset' && newMap) map.source = newMap as string;
      }
    },
  };
}

const LETTERS = 'tesinrlohuafcdpmgvbyxkwqzj';
const STARTS = `${LETTERS}${LETTERS.toUpperCase()}$_`;
/**
 * Short names, in the same order in every chunk and build: by how often letters were counted, a name changed with the
 * hash of a chunk, and sizes by fifty bytes.
 */
const identifiers = {
  get(nth: number): string {
    let name = '';
    let base = STARTS.length;
    for (let rest = nth + 1; rest > 0; rest = Math.floor(rest / base), base = 64) {
      rest--;
      name += `${STARTS}0123456789`.charAt(rest % base);
    }
    return name;
  },
};

/**
 * Says once what several properties of an element are declared with: `d([p()],E.prototype,"a"),d([p()],E.prototype,"b")…`
 * becomes `"a b…".split(" ").map(t=>d([p()],E.prototype,t))`.
 */
function withGroupedProperties(code: string): string {
  const one = String.raw`\w+\(\[(?:[^[\]()"]|\([^()]*\))*\],\w+\.prototype,"\w+"\)`;
  return code.replace(new RegExp(`(?<=[,;}])${one}(?:,${one})+`, 'g'), (run) => {
    const groups = new Map<string, string[]>();
    for (const [, how = '', name = ''] of run.matchAll(/(\w+\([^"]*,)"(\w+)"\)/g))
      groups.set(how, [...(groups.get(how) ?? []), name]);
    const said = [...groups].map(([how, names]) => {
      if (names.length < 3) return names.map((name) => `${how}"${name}")`).join();
      const each = ['t', 'e', 's'].find((name) => !new RegExp(`\\b${name}\\b`).test(how))!;
      return `"${names.join(' ')}".split(" ").map(${each}=>${how}${each}))`;
    });
    return said.join();
  });
}

/** What a chunk exports keeps the name that the others know it by: told once, not twice. The names as terser caches them. */
function exportedNames(code: string): Record<string, string> {
  const [, list = ''] = /export\s*\{([^}]*)\};?\s*$/.exec(code) ?? [];
  const names: Record<string, string> = {};
  for (const one of list.split(',')) {
    const [own = '', name = ''] = one.trim().split(' as ');
    if (name) names[`$${own}`] = name;
  }
  return names;
}

/** Takes away names of attributes that are those of their properties, hyphenated: the embed knows them (src/embed/lit.ts). */
const withoutPlainAttributes = (code: string): string =>
  code.replace(/@property\((.*?)\) (?:override )?(\w+)/g, (all, options: string, name: string) => {
    const attribute = name.replace(/[A-Z]/g, '-$&').toLowerCase();
    if (attribute.includes('-') && !options.includes('attribute:'))
      throw new Error(`the attribute of ${name} must be told: lit would call it otherwise`);
    return all.replace(new RegExp(`,? ?attribute: '${attribute}',?`), '').replace(/\({ *}\)/, '()');
  });

/** Squeezes the fixed texts of `html` and `css` templates, nested ones included. */
function squeezeTemplates(code: string): string {
  const edits: { start: number; end: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag)) {
      const write = { html: (text: string) => encode(squeezeHtml(text)), css: squeezeCss }[node.tag.text];
      const pieces = ts.isNoSubstitutionTemplateLiteral(node.template)
        ? [node.template]
        : [node.template.head, ...node.template.templateSpans.map((span) => span.literal)];
      const places = pieces.map((piece) => {
        const closing = ts.isTemplateHead(piece) || ts.isTemplateMiddle(piece) ? 2 : 1;
        return [piece.getStart(source) + 1, piece.getEnd() - closing] as const;
      });
      const texts = write?.(places.map((place) => code.slice(...place)).join(MARK)).split(MARK);
      texts?.forEach((text, i) => edits.push({ start: places[i]![0], end: places[i]![1], text }));
    }
    ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile('module.ts', code, ts.ScriptTarget.ES2022, false);
  visit(source);
  let out = code;
  for (const { start, end, text } of edits.sort((a, b) => b.start - a.start)) {
    out = out.slice(0, start) + text + out.slice(end);
  }
  return out;
}

const squeezeHtml = (text: string) =>
  text
    .replace(/\s+/g, (space) => (space.includes('\n') ? '\n' : ' '))
    .replace(/>\n/g, '>')
    .replace(/\n</g, '<')
    .replace(/\n(?=\/?>)/g, '')
    .replace(/\n/g, ' ');

const squeezeCss = (text: string) =>
  text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/ > /g, '>')
    .replace(/(?<![\w.])0\.(?=\d)/g, '.')
    .replace(/;}/g, '}')
    .trim();
