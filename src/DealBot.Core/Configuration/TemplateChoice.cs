using System.ComponentModel;

namespace DealBot.Core.Configuration;

/// <summary>Which templates a post is made with. Each one left out is taken from the next wider choice.</summary>
public sealed record TemplateChoice
{
    /// <summary>What holds where nobody says otherwise.</summary>
    public static readonly TemplateChoice Default = new() { Copy = "copy/default.sbn-txt", Poster = "posters/classic.sbn-svg" };

    /// <summary>What the name of a copy ends in that is markdown.</summary>
    public const string Markdown = ".sbn-md";

    /// <summary>Written in place of a template for posts without a poster, or without a card.</summary>
    public const string None = "none";

    [Description("文案模板，templates 目录下的路径，例如 copy/mama.sbn-txt；以 .sbn-md 结尾的按 markdown 发，平台要支持")]
    public string? Copy { get; init; }

    [Description("海报模板，例如 posters/classic.sbn-svg；写 none 表示不发海报")]
    public string? Poster { get; init; }

    [Description("卡片正文模板，例如 cards/deal.sbn-txt；写了它，能发卡片的平台就把单个商品发成一张卡片（券后、商城价、券和按钮由程序填），其他平台照常发文案；写 none 表示不用卡片")]
    public string? Card { get; init; }

    /// <summary>
    /// What a post is made with, the narrowest choice first. Campaigns and rules are shared by many groups: they say how a poster or a card looks, and a
    /// group that wants none gets none.
    /// </summary>
    public static TemplateChoice Of(Campaign? campaign, ScheduleRule? rule, Group group, Audience? audience) => Unwanted(group)
        .Over(campaign?.Templates)
        .Over(rule?.Templates)
        .Over(group.Templates)
        .Over(audience?.Templates)
        .Over(Default);

    private static TemplateChoice Unwanted(Group group) => new()
    {
        Poster = group.Templates?.Poster == None ? None : null,
        Card = group.Templates?.Card == None ? None : null,
    };

    /// <summary>This choice where it says something, else the wider one.</summary>
    public TemplateChoice Over(TemplateChoice? wider) =>
        wider is null ? this : new TemplateChoice { Copy = Copy ?? wider.Copy, Poster = Poster ?? wider.Poster, Card = Card ?? wider.Card };
}
