using DealBot.Templating.Lexing;

namespace DealBot.Templating.Parsing;

/// <summary>How strongly operators bind; a pipe and <c>?:</c> bind weaker than all of them.</summary>
internal static class BinaryPrecedence
{
    /// <summary>Any operator binds stronger than this.</summary>
    public const int None = 0;

    /// <summary>How strongly <c>! - + @ ^ ++ --</c> before their operand bind: stronger than any binary operator.</summary>
    public const int Unary = 10;

    /// <summary>The strength of the binary operator, or 0 when the token is none.</summary>
    public static int Of(TokenKind kind) => kind switch
    {
        TokenKind.DoubleQuestion or TokenKind.QuestionExclamation => 1,
        TokenKind.Or => 2,
        TokenKind.And => 3,
        TokenKind.Equal or TokenKind.NotEqual => 4,
        TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual => 5,
        TokenKind.Plus or TokenKind.Minus => 6,
        TokenKind.Star or TokenKind.Slash or TokenKind.DoubleSlash or TokenKind.Percent => 7,
        TokenKind.ShiftLeft or TokenKind.ShiftRight => 7,
        TokenKind.DotDot or TokenKind.DotDotLess => 8,
        _ => None,
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
