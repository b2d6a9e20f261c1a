namespace DealBot.Templating.Syntax;

/// <summary>What begins each line that a statement writes: its own indent, perhaps none, or that of the statement whose block it stands in.</summary>
internal readonly record struct Indent(bool IsInherited, string? Text)
{
    public static readonly Indent Inherited = new(true, null);

    /// <summary>The indent of a code block; null when other text stands before it on its line.</summary>
    public static Indent Of(string? text) => new(false, text);
}
