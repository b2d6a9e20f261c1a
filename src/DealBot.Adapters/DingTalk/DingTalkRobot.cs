using System.ComponentModel;
using DealBot.Adapters.Wire;

namespace DealBot.Adapters.DingTalk;

/// <summary>One custom robot (自定义机器人) of a DingTalk group.</summary>
public sealed record DingTalkRobot : GroupRobot
{
    /// <summary>The part after <c>access_token=</c> of the robot's webhook address. A secret: whoever has it can post into the group.</summary>
    [Description("webhook 地址里 access_token= 后面的部分（密钥，不要外传）")]
    public string AccessToken { get; init; } = "";
}
