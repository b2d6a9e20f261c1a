namespace DealBot.Templating.Lexing;

/// <summary>A template's text and name; turns offsets into lines and columns only when a message needs them.</summary>
internal sealed class SourceText(string name, string text)
{
    public string Name { get; } = name;

    public string Text { get; } = text;

    /// <summary>The line of an offset, counted from 1.</summary>
    public int LineAt(int offset) => MessageAt(offset, 0, "").Line;

    public TemplateMessage MessageAt(int offset, int length, string message)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < offset && i < Text.Length; i++)
            if (Text[i] == '\n')
            {
                line++;
                lineStart = i + 1;
            }

        return new TemplateMessage(Name, line, offset - lineStart + 1, message) { Length = Math.Max(length, 0) };
    }
}
