namespace DealBot.Simulators.OneBot;

/// <summary>What a <see cref="OneBotSimulator"/> starts with.</summary>
public sealed record OneBotSimulatorOptions
{
    /// <summary>Clock of messages and events. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Which bridge it is.</summary>
    public OneBotDialect Dialect { get; init; }

    /// <summary>Its access token; empty for none.</summary>
    public string AccessToken { get; init; } = "";

    /// <summary>The QQ number that is logged in.</summary>
    public long SelfId { get; init; } = 10001000;

    /// <summary>Groups that the account is in: number → name.</summary>
    public required IReadOnlyDictionary<long, string> Groups { get; init; }

    /// <summary>Members of each group at the start.</summary>
    public int Members { get; init; } = 3;
}
