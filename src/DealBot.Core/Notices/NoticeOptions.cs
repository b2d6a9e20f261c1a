using System.ComponentModel;

namespace DealBot.Core.Notices;

/// <summary>How owners are told what can't wait for the digest.</summary>
public sealed record NoticeOptions
{
    [Description("给同一位群主的提醒至少隔多少分钟，期间的合成一条，1 到 1440")]
    public int MinutesBetween { get; init; } = 10;
}
