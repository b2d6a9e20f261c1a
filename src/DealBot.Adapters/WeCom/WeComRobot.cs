namespace DealBot.Adapters.WeCom;

/// <summary>One group robot (群机器人, 消息推送) of WeCom.</summary>
public sealed record WeComRobot
{
    /// <summary>
    /// The part after <c>key=</c> of the robot's webhook address, 8-4-4-4-12 characters. A secret: whoever has it can post
    /// into the group.
    /// </summary>
    public string Key { get; init; } = "";

    /// <summary>
    /// Which dialect markdown is sent as: <see cref="WeComMarkdown.V1"/>, the default, has colours and no pictures; <see cref="WeComMarkdown.V2"/> has
    /// pictures and tables, but old clients show its source.
    /// </summary>
    public WeComMarkdown Markdown { get; init; } = WeComMarkdown.V1;

    /// <summary>In place of <see cref="WeComOptions.MessagesPerMinute"/>; null for no difference.</summary>
    public int? MessagesPerMinute { get; init; }

    /// <summary>In place of <see cref="WeComOptions.MessagesPerHour"/>; null for no difference.</summary>
    public int? MessagesPerHour { get; init; }

    /// <summary>In place of <see cref="WeComOptions.MessagesPerDay"/>; null for no difference.</summary>
    public int? MessagesPerDay { get; init; }

    /// <summary>A text without the key, since options reach logs.</summary>
    public override string ToString() => $"{nameof(WeComRobot)} {{ Key = *** }}";
}
