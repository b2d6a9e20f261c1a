namespace DealBot.Templating.Lexing;

/// <summary>What the lexer hands to the parser.</summary>
/// <param name="Tokens">All tokens, the last one the end of file.</param>
/// <param name="Errors">What is wrong inside tokens, in source order.</param>
/// <param name="BadEscapes">The first character that cannot follow a backslash, by the start of the string it is in; null when there is none.</param>
/// <param name="Unclosed">A code or escape block that goes on to the end of the text; null when there is none.</param>
internal sealed record LexedSource(
    List<Token> Tokens,
    IReadOnlyList<LexerError> Errors,
    Dictionary<int, char>? BadEscapes,
    LexerError? Unclosed);
