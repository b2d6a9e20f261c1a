namespace DealBot.Templating;

/// <summary>Settings of parsing.</summary>
public sealed record TemplateOptions
{
    internal static readonly TemplateOptions Default = new();

    /// <summary>How deeply expressions and blocks may nest; deeper is a parse error. Default 250.</summary>
    public int ExpressionDepthLimit { get; init; } = 250;

    /// <summary>What the text holds. Default <see cref="TemplateMode.Default"/>.</summary>
    public TemplateMode Mode { get; init; } = TemplateMode.Default;

    /// <summary>The line before and after the front matter, in the modes that have one. Default <c>+++</c>.</summary>
    public string FrontMatterMarker { get; init; } = "+++";

    internal bool HasFrontMatter => Mode is TemplateMode.FrontMatterOnly or TemplateMode.FrontMatterAndContent;
}
