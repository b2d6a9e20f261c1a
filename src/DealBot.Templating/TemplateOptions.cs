namespace DealBot.Templating;

/// <summary>Settings of parsing.</summary>
public sealed record TemplateOptions
{
    internal static readonly TemplateOptions Default = new();

    /// <summary>How deeply expressions and blocks may nest; deeper is a parse error. Default 250.</summary>
    public int ExpressionDepthLimit { get; init; } = 250;
}
