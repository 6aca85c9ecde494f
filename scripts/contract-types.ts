/**
 * The published types of the contract stand on their own: whoever uses the elements needs no schema library. Each type
 * of `src/contract` is written out in full. What the elements read of it as they run stays as it is.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

export function plainContractTypes(): void {
  const entry = 'src/contract/index.ts';
  const program = ts.createProgram([entry], {
    strict: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  });
  const checker = program.getTypeChecker();
  const file = checker.getSymbolAtLocation(program.getSourceFile(entry)!)!;
  const flags: ts.TypeFormatFlags =
    ts.TypeFormatFlags.NoTruncation |
    ts.TypeFormatFlags.InTypeAlias |
    ts.TypeFormatFlags.MultilineObjectLiterals |
    ts.TypeFormatFlags.UseFullyQualifiedType;
  const types = checker
    .getExportsOfModule(file)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    .filter((symbol) => symbol.flags & ts.SymbolFlags.TypeAlias)
    .map((symbol) => {
      const type = checker.getDeclaredTypeOfSymbol(symbol);
      const comment = ts.displayPartsToString(symbol.getDocumentationComment(checker));
      return `${comment ? `/** ${comment} */\n` : ''}export type ${symbol.name} = ${checker.typeToString(type, undefined, flags)};\n`;
    });
  mkdirSync('dist/contract', { recursive: true });
  // What elements run of the contract was built as a module beside them.
  const names = readdirSync('dist/contract');
  const isRun = (name: string) => names.includes(`${name.split('.')[0]!}.js`);
  for (const name of names) if (!isRun(name) || name.startsWith('index.')) rmSync(`dist/contract/${name}`);
  writeFileSync('dist/contract/index.d.ts', types.join('\n'));
  writeFileSync('dist/contract/index.js', 'export {};\n');
}
