using System.ComponentModel;

namespace DealBot.Adapters.WeCom;

/// <summary>One group robot (群机器人, 消息推送) of WeCom.</summary>
public sealed record WeComRobot
{
    /// <summary>
    /// The part after <c>key=</c> of the robot's webhook address, 8-4-4-4-12 characters. A secret: whoever has it can post
    /// into the group.
    /// </summary>
    [Description("webhook 地址里 key= 后面的部分（密钥，不要外传）")]
    public string Key { get; init; } = "";

    /// <summary>
    /// Which dialect markdown is sent as: <see cref="WeComMarkdown.V1"/>, the default, has colours and no pictures; <see cref="WeComMarkdown.V2"/> has
    /// pictures and tables, but old clients show its source.
    /// </summary>
    [Description("markdown 的写法：v1 有颜色、没有图片；v2 有图片和表格，旧客户端会显示源码")]
    public WeComMarkdown Markdown { get; init; } = WeComMarkdown.V1;

    /// <summary>In place of <see cref="WeComOptions.MessagesPerMinute"/>; null for no difference.</summary>
    [Description("这个机器人每分钟最多几条，代替公共的")]
    public int? MessagesPerMinute { get; init; }

    /// <summary>In place of <see cref="WeComOptions.MessagesPerHour"/>; null for no difference.</summary>
    [Description("这个机器人每小时最多几条，代替公共的")]
    public int? MessagesPerHour { get; init; }

    /// <summary>In place of <see cref="WeComOptions.MessagesPerDay"/>; null for no difference.</summary>
    [Description("这个机器人每天最多几条，代替公共的")]
    public int? MessagesPerDay { get; init; }

    /// <summary>A text without the key, since options reach logs.</summary>
    public override string ToString() => $"{nameof(WeComRobot)} {{ Key = *** }}";
}
