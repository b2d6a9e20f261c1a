using DealBot.Simulators.Chat;

namespace DealBot.Simulators.DingTalk;

/// <summary>What a <see cref="DingTalkSimulator"/> starts with.</summary>
public sealed record DingTalkSimulatorOptions
{
    /// <summary>Clock of the signature, of the limit and of the log. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The robots by access token.</summary>
    public required IReadOnlyDictionary<string, SimulatedRobot> Robots { get; init; }
}
