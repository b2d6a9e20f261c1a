namespace DealBot.Simulators.WeCom;

/// <summary>What a <see cref="WeComSimulator"/> starts with.</summary>
public sealed record WeComSimulatorOptions
{
    /// <summary>Clock of the quota and of the log. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The robots: key → name of the chat that the robot posts into.</summary>
    public required IReadOnlyDictionary<string, string> Robots { get; init; }
}
