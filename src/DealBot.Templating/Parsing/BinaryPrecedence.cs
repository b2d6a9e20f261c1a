using DealBot.Templating.Lexing;

namespace DealBot.Templating.Parsing;

/// <summary>How strongly binary operators bind; a pipe and <c>?:</c> bind weaker than all of them.</summary>
internal static class BinaryPrecedence
{
    public const int Lowest = 1;

    /// <summary>Just above <c>||</c>, which separates the values of a <c>when</c>.</summary>
    public const int AboveOr = 3;

    /// <summary>The strength of the operator, or 0 when the token is none.</summary>
    public static int Of(TokenKind kind) => kind switch
    {
        TokenKind.DoubleQuestion or TokenKind.QuestionExclamation => Lowest,
        TokenKind.Or => 2,
        TokenKind.And => AboveOr,
        TokenKind.Equal or TokenKind.NotEqual => 4,
        TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual => 5,
        TokenKind.DotDot or TokenKind.DotDotLess => 6,
        TokenKind.Plus or TokenKind.Minus => 7,
        TokenKind.Star or TokenKind.Slash or TokenKind.DoubleSlash or TokenKind.Percent => 8,
        _ => 0,
    };

    /// <summary>The operator of a compound assignment such as <c>+=</c>.</summary>
    public static TokenKind? Compound(TokenKind kind) => kind switch
    {
        TokenKind.PlusAssign => TokenKind.Plus,
        TokenKind.MinusAssign => TokenKind.Minus,
        TokenKind.StarAssign => TokenKind.Star,
        TokenKind.SlashAssign => TokenKind.Slash,
        TokenKind.DoubleSlashAssign => TokenKind.DoubleSlash,
        TokenKind.PercentAssign => TokenKind.Percent,
        _ => null,
    };
}
