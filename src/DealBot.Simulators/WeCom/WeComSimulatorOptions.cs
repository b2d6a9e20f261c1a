namespace DealBot.Simulators.WeCom;

/// <summary>What a <see cref="WeComSimulator"/> starts with.</summary>
public sealed record WeComSimulatorOptions
{
    /// <summary>Clock of the quota and of the log. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The robots: key → name of the chat that the robot posts into.</summary>
    public required IReadOnlyDictionary<string, string> Robots { get; init; }

    /// <summary>Told of each call when it has been judged and nothing answered yet; the answer waits for it. For trials that end the caller at this moment.</summary>
    public Func<WeComCall, Task>? Judged { get; init; }

    /// <summary>Told of each call whose answer was handed to the network whole.</summary>
    public Func<WeComCall, Task>? Answered { get; init; }
}
