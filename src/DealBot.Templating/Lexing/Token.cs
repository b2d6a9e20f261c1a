namespace DealBot.Templating.Lexing;

/// <summary>A piece of the source. <see cref="Value"/> is the number, the unescaped string, the identifier, or the indent of a code block.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, object? Value, bool SpaceBefore)
{
    public string Text => (string)Value!;

    public string Describe(string source) => Kind switch
    {
        TokenKind.EndOfFile => "<EOF>",
        TokenKind.NewLine => "\\n",
        _ => source[Start..End],
    };
}
