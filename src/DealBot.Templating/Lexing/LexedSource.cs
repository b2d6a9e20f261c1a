namespace DealBot.Templating.Lexing;

/// <summary>What the lexer hands to the parser: all tokens, the last one the end of file, and its errors in source order.</summary>
internal sealed record LexedSource(List<Token> Tokens, IReadOnlyList<(int Position, string Text)> Errors);
