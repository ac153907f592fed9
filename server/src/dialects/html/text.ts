import { Tokenizer, TokenizerMode } from 'parse5';

/** A stretch of text as readers get it: character references decoded, line ends as LF. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  let decoded = '';
  const add = ({ chars }: { chars: string }) => {
    decoded += chars;
  };
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag: nothing,
      onEndTag: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
      onCharacter: add,
      onWhitespaceCharacter: add,
      onNullCharacter: add,
      onParseError: null,
    },
  );
  // A state that knows character references and no tags.
  tokenizer.state = TokenizerMode.RCDATA;
  tokenizer.write(text, true);
  return decoded;
}
