using System.ComponentModel;

namespace DealBot.Core.Configuration;

/// <summary>A part of the day without posts; may cross midnight. The start is quiet, the end is not.</summary>
public sealed record QuietHours
{
    [Description("从几点起，例如 23:00")]
    public required TimeOnly From { get; init; }

    [Description("到几点止，例如 07:30")]
    public required TimeOnly To { get; init; }

    /// <summary>Whether the local time is quiet. Equal ends mean the whole day.</summary>
    public bool Covers(TimeOnly time) => From == To || time.IsBetween(From, To);
}
