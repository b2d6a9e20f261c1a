using System.ComponentModel;

namespace DealBot.Core.Clicks;

/// <summary>How clicks are counted.</summary>
public sealed record ClickOptions
{
    [Description("同一访客在多少小时内在同一个群里点多少次都只算一个访客，1 到 720")]
    public int UniqueHours { get; init; } = 24;
}
