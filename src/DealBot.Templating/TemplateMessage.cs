namespace DealBot.Templating;

/// <summary>One fault of a template and the place where it was found.</summary>
/// <param name="Source">The source name the template was parsed with.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column in UTF-16 characters, counted from 1.</param>
/// <param name="Text">What is wrong, in one sentence.</param>
public sealed record TemplateMessage(string Source, int Line, int Column, string Text)
{
    /// <summary>The number of characters from the column on that the message is about; 0 when only the place is known.</summary>
    public int Length { get; init; }

    /// <summary>How the template can most likely be mended, in one sentence; null when nothing is known.</summary>
    public string? Hint { get; init; }

    /// <summary>The form editors and build logs can jump to: <c>source(line,column) : error : text</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Source}({Line},{Column}) : error : {Text}");
}
