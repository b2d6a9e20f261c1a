namespace DealBot.Templating.Lexing;

/// <summary>Something wrong inside a token.</summary>
internal readonly record struct LexerError(int Position, int Length, string Text);
