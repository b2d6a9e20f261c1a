using DealBot.Templating.Lexing;

namespace DealBot.Templating.Parsing;

/// <summary>How to mend what authors often write by habit of another language.</summary>
internal static class Hints
{
    /// <summary>Characters that Chinese input methods put in place of those the language knows.</summary>
    private const string FullWidth = "（）［］｛｝，：；．｜！？＝＋－＊／＜＞“”‘’";

    private const string FullWidthMeant = "()[]{},:;.|!?=+-*/<>\"\"''";

    /// <summary>Words of other template languages, and what is written here.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["endif"] = "end",
        ["endfor"] = "end",
        ["endwhile"] = "end",
        ["endcase"] = "end",
        ["endcapture"] = "end",
        ["endwith"] = "end",
        ["endtablerow"] = "end",
        ["fi"] = "end",
        ["elif"] = "else if",
        ["elsif"] = "else if",
        ["elseif"] = "else if",
        ["and"] = "&&",
        ["or"] = "||",
        ["not"] = "!",
        ["return"] = "ret",
        ["switch"] = "case",
        ["function"] = "func",
        ["foreach"] = "for",
        ["nil"] = "null",
        ["none"] = "null",
    };

    /// <summary>What to write instead of a word of another language; null for any other word.</summary>
    public static string? Meant(string word) => Words.GetValueOrDefault(word);

    /// <summary>How to mend an error at a token; null when nothing is known.</summary>
    public static string? For(Token current, Token previous, string text)
    {
        if (current.Kind == TokenKind.Invalid && FullWidth.IndexOf(text[current.Start], StringComparison.Ordinal) is var meant and >= 0)
            return $"Write `{FullWidthMeant[meant]}` instead: this one is full-width.";
        if (current.Kind == TokenKind.Invalid && text[current.Start] == '&')
            return "Write `&&` to test that both sides are true.";
        return ForWord(current) ?? ForWord(previous);
    }

    private static string? ForWord(Token token) =>
        token.Kind == TokenKind.Identifier && Meant(token.Text) is { } meant ? $"Write `{meant}` instead of `{token.Text}`." : null;
}
