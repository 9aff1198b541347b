import { format, resolveConfig } from 'prettier';
import { GRAMMARS } from './grammars';

/** The files of syntaxes/: names and contents, in the project's formatting. */
export async function grammarFiles(): Promise<[name: string, text: string][]> {
  const style = await resolveConfig(import.meta.filename);
  return Promise.all(
    Object.entries(GRAMMARS).map(async ([name, grammar]): Promise<[string, string]> => [
      name,
      await format(JSON.stringify(grammar), { ...style, parser: 'json' }),
    ]),
  );
}
