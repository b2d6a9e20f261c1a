namespace DealBot.Simulators.WeCom;

/// <summary>One call of the webhook as the simulator met it.</summary>
/// <param name="Key">Key of the robot.</param>
/// <param name="At">When, by the simulator's clock.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Fault">Name of the fault that the call suffers; null for none.</param>
/// <param name="Accepted">The message, if group members see it.</param>
public sealed record WeComCall(string Key, DateTimeOffset At, ReadOnlyMemory<byte> Body, string? Fault, WeComReceived? Accepted);
