/**
 * Writes a template as the embed reads it, which needs no parser then: steps, one a line. `<tag` opens an element, `/` closes
 * it; `name=value` is an attribute of it; `"text` is text; `!` is a mark that stays; the character 1 stands where a value
 * goes: alone for what stands at the end of an element, behind `!` for what stands before that mark, or in an attribute.
 */
export const MARK = '\u0001';

const TOKEN = /<\/[\w-]+\s*>|<([\w-]+)((?:[^">]|"[^"]*")*?)\/?>|\u0001|[^<\u0001]+/g;
const ATTRIBUTE = /([^\s="/]+)(?:=(?:"([^"]*)"|([^\s"]*)))?/g;
const VOID = /^(?:input|br|hr|img)$/;

/** The steps of a template whose values are marked. */
export function encode(html) {
  if (/<!|&\w+;/.test(html)) throw new Error(`templates have no comments nor entities: ${html}`);
  const steps = [];
  let depth = 0;
  const tokens = [...html.matchAll(TOKEN)];
  tokens.forEach(([token, tag, attributes], i) => {
    // What is taken away begins and ends with nodes that stay: not with a value, nor with text, which translators replace.
    if (i === 0 && token[0] !== '<') steps.push('!');
    if (tag) {
      steps.push(`<${tag}`);
      for (const [, name, quoted, plain] of attributes.matchAll(ATTRIBUTE))
        steps.push(`${name}=${(quoted ?? plain ?? '').replaceAll('\n', ' ')}`);
      if (VOID.test(tag)) steps.push('/');
      else depth++;
    } else if (token[0] === '<') {
      steps.push('/');
      depth--;
    } else if (token === MARK) {
      const isLast = tokens[i + 1]?.[0].startsWith('</');
      steps.push(isLast ? MARK : `!${MARK}`);
    } else {
      steps.push(`"${token.replaceAll('\n', ' ')}`);
      if (i === tokens.length - 1) steps.push('!');
    }
  });
  if (depth !== 0) throw new Error(`a template leaves elements open: ${html}`);
  return steps.join('\n');
}
