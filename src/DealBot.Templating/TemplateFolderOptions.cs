namespace DealBot.Templating;

/// <summary>What a <see cref="TemplateFolder"/> takes for templates, and what it does with one that broke.</summary>
public sealed record TemplateFolderOptions
{
    internal static readonly TemplateFolderOptions Default = new();

    /// <summary>File names that are templates; <c>*</c> stands for any characters. No other file can be included. Default all.</summary>
    public string Pattern { get; init; } = "*";

    /// <summary>Bytes of the largest file; loading a larger one is an <see cref="InvalidDataException"/>. Default 1,048,576.</summary>
    public long LargestFile { get; init; } = 1_048_576;

    /// <summary>How the files are parsed.</summary>
    public TemplateOptions Parsing { get; init; } = TemplateOptions.Default;

    /// <summary>
    /// When set, a file that stops to parse while it is edited is reported here, once for each of its broken versions, and its last
    /// good version is served on. Without it the broken template itself is returned. Default none.
    /// </summary>
    public Action<Template>? Broken { get; init; }
}
