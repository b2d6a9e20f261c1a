namespace DealBot.Templating;

/// <summary>One fault of a template and the place where it was found.</summary>
/// <param name="Source">The source name the template was parsed with.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column in UTF-16 characters, counted from 1.</param>
/// <param name="Text">What is wrong, in one sentence.</param>
public sealed record TemplateMessage(string Source, int Line, int Column, string Text)
{
    /// <summary>The form editors and build logs can jump to: <c>source(line,column) : error : text</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Source}({Line},{Column}) : error : {Text}");
}
