namespace DealBot.Templating.Lexing;

/// <summary>A piece of the source. <see cref="Value"/> is the number, the unescaped string, the identifier, or the indent of a code block.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, object? Value, bool SpaceBefore)
{
    public string Text => (string)Value!;

    /// <summary>What messages about members call the token.</summary>
    public string KindName => Kind switch
    {
        TokenKind.EndOfFile => "Eof",
        TokenKind.Number => Value is double or float or decimal ? "Float" : "Integer",
        TokenKind.LocalVariable => "IdentifierSpecial",
        TokenKind.OpenParenthesis => "OpenParen",
        TokenKind.CloseParenthesis => "CloseParen",
        TokenKind.Star => "Asterisk",
        TokenKind.Slash => "Divide",
        TokenKind.DotDot => "DoubleDot",
        TokenKind.Assign => "Equal",
        TokenKind.Pipe => "VerticalBar",
        TokenKind.Semicolon => "SemiColon",
        _ => Kind.ToString(),
    };

    public string Describe(string source) => Kind switch
    {
        TokenKind.EndOfFile => "<EOF>",
        TokenKind.NewLine => "\\n",
        TokenKind.InterpolationMiddle or TokenKind.InterpolationEnd => "}",
        _ => source[Start..End],
    };
}
