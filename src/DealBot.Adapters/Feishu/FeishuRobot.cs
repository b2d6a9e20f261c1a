using System.ComponentModel;
using DealBot.Adapters.Wire;

namespace DealBot.Adapters.Feishu;

/// <summary>One custom bot (自定义机器人) of a Feishu group.</summary>
public sealed record FeishuRobot : GroupRobot
{
    /// <summary>The part after <c>/hook/</c> of the bot's webhook address. A secret: whoever has it can post into the group.</summary>
    [Description("webhook 地址里 /hook/ 后面的部分（密钥，不要外传）")]
    public string Token { get; init; } = "";
}
