using System.ComponentModel;

namespace DealBot.Core.Configuration;

/// <summary>Which templates a post is made with. Each one left out is taken from the next wider choice.</summary>
public sealed record TemplateChoice
{
    /// <summary>What holds where nobody says otherwise.</summary>
    public static readonly TemplateChoice Default = new() { Copy = "copy/default.sbn-txt", Poster = "posters/classic.sbn-svg" };

    /// <summary>Written in place of a poster template for posts without a poster.</summary>
    public const string None = "none";

    [Description("文案模板，templates 目录下的路径，例如 copy/mama.sbn-txt")]
    public string? Copy { get; init; }

    [Description("海报模板，例如 posters/classic.sbn-svg；写 none 表示不发海报")]
    public string? Poster { get; init; }

    /// <summary>This choice where it says something, else the wider one.</summary>
    public TemplateChoice Over(TemplateChoice? wider) =>
        wider is null ? this : new TemplateChoice { Copy = Copy ?? wider.Copy, Poster = Poster ?? wider.Poster };
}
