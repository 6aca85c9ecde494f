import type { Plugin } from 'vite';

/**
 * Takes out of the templates and stylesheets what only serves their readers: white space and comments. A line break in
 * a template becomes nothing between tags, and one space elsewhere.
 */
export function squeeze(): Plugin {
  return {
    name: 'squeeze-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !/`/.test(code)) return null;
      return { code: eachTemplate(code), map: null };
    },
    /** The bundler's own helpers walk objects with `for…in`, which pages with polluted prototypes break (HOSTS R13). */
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        chunk.code = chunk.code.replace(
          /for ?\((?:var|let) (\w+) in (\w+)\)/g,
          'for(let $1 of Object.keys($2))',
        );
      }
    },
  };
}

/** Finds `html` and `css` templates, nested ones included, and squeezes their fixed texts. */
function eachTemplate(code: string): string {
  let out = '';
  let i = 0;
  const stack: { kind: 'html' | 'css' | 'other'; depth: number }[] = [];
  let text = '';
  const inTemplate = () => stack.length > 0 && stack.at(-1)!.depth === 0;
  const flush = () => {
    const { kind } = stack.at(-1)!;
    out += kind === 'html' ? squeezeHtml(text) : kind === 'css' ? squeezeCss(text) : text;
    text = '';
  };
  while (i < code.length) {
    const char = code[i]!;
    if (inTemplate()) {
      if (char === '\\') {
        text += code.slice(i, i + 2);
        i += 2;
      } else if (char === '`') {
        flush();
        stack.pop();
        out += char;
        i++;
      } else if (char === '$' && code[i + 1] === '{') {
        flush();
        stack.at(-1)!.depth = 1;
        out += '${';
        i += 2;
      } else {
        text += char;
        i++;
      }
      continue;
    }
    if (char === '/' && code[i + 1] === '/') {
      const end = code.indexOf('\n', i);
      i = end < 0 ? code.length : end;
      continue;
    }
    if (char === '/' && code[i + 1] === '*') {
      i = code.indexOf('*/', i) + 2;
      continue;
    }
    if (char === "'" || char === '"') {
      let end = i + 1;
      while (code[end] !== char) end += code[end] === '\\' ? 2 : 1;
      out += code.slice(i, end + 1);
      i = end + 1;
      continue;
    }
    if (char === '/' && /[(,=:[!&|?{};\n]\s*$/.test(out)) {
      let end = i + 1;
      let inClass = false;
      while (code[end] !== '/' || inClass) {
        if (code[end] === '\\') end++;
        else if (code[end] === '[') inClass = true;
        else if (code[end] === ']') inClass = false;
        end++;
      }
      out += code.slice(i, end + 1);
      i = end + 1;
      continue;
    }
    if (char === '`') {
      const tag = /(html|css)$/.exec(out)?.[1] as 'html' | 'css' | undefined;
      stack.push({ kind: tag ?? 'other', depth: 0 });
    } else if (stack.length && char === '{') stack.at(-1)!.depth++;
    else if (stack.length && char === '}') stack.at(-1)!.depth--;
    out += char;
    i++;
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
    .replace(/;}/g, '}')
    .trim();
