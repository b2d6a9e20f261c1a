using DealBot.Contracts;
using DealBot.Core.Health;

namespace DealBot.Host.Health;

/// <summary>How the service is: what <c>/readyz</c> answers to those who may know, and what <c>dealbot status</c> prints.</summary>
public sealed record HealthReport
{
    /// <summary><c>ok</c>, or <c>unavailable</c> if the service can't do its work.</summary>
    public required string Status { get; init; }

    /// <summary>Whether the database can be read and written.</summary>
    public required bool Database { get; init; }

    /// <summary>How many deals there are to choose from.</summary>
    public required int Deals { get; init; }

    /// <summary>When the newest of them was seen.</summary>
    public required DateTimeOffset? DealsSeenAt { get; init; }

    /// <summary>Faults of an edit that was not taken over, in both languages.</summary>
    public required IReadOnlyList<Phrase> ConfigurationFaults { get; init; }

    /// <summary>Clicks that could not be kept since the start.</summary>
    public required long ClicksLost { get; init; }

    /// <summary>What the ledger says; null if it can't be read.</summary>
    public required ServiceFigures? Figures { get; init; }

    /// <summary>What is not as it should be, the worst first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>When this was found.</summary>
    public required DateTimeOffset At { get; init; }
}
