namespace DealBot.Templating.Lexing;

/// <summary>A template's text and name; turns offsets into lines and columns only when a message needs them.</summary>
internal sealed class SourceText(string name, string text)
{
    /// <summary>Messages quote values, which may be as long as the output; logs and people want less.</summary>
    private const int LongestMessage = 10_000;

    public string Name { get; } = name;

    public string Text { get; } = text;

    /// <summary>Where each line starts; made for the first message, since a bad text may have as many messages as characters.</summary>
    private int[]? _lineStarts;

    /// <summary>The line of an offset, counted from 1.</summary>
    public int LineAt(int offset)
    {
        _lineStarts ??= FindLines();
        var found = Array.BinarySearch(_lineStarts, Math.Min(offset, Text.Length));
        return found >= 0 ? found + 1 : ~found;
    }

    public TemplateMessage MessageAt(int offset, int length, string message)
    {
        var line = LineAt(offset);
        if (message.Length > LongestMessage)
            message = string.Concat(message.AsSpan(0, LongestMessage), "…");
        return new TemplateMessage(Name, line, offset - _lineStarts![line - 1] + 1, message) { Length = Math.Max(length, 0) };
    }

    private int[] FindLines()
    {
        var starts = new List<int> { 0 };
        for (var i = Text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = Text.IndexOf('\n', i + 1))
            starts.Add(i + 1);
        return [.. starts];
    }
}
