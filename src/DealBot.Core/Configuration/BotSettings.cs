using System.ComponentModel;

namespace DealBot.Core.Configuration;

/// <summary>How the bot answers, in every group where it is switched on.</summary>
public sealed record BotSettings
{
    [Description("机器人听得懂的词")]
    public BotWords Words { get; init; } = new();

    [Description("只回答 @ 它的消息；默认不 @ 也回答")]
    public bool OnlyWhenMentioned { get; init; }

    [Description("“找”一次最多列几件，1 到 5")]
    public int MostDeals { get; init; } = 3;

    [Description("每个成员每分钟最多回答几次，1 到 60")]
    public int PerMemberPerMinute { get; init; } = 6;

    [Description("每个群每分钟最多回答几次，1 到 600")]
    public int PerGroupPerMinute { get; init; } = 30;

    [Description("统计进群和退群：平台能告知的，机器人关着也听；关掉后只剩每天一次的人数")]
    public bool CountsMembers { get; init; } = true;
}
