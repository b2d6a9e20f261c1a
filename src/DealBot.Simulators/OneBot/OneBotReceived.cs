namespace DealBot.Simulators.OneBot;

/// <summary>One message that the simulator accepted.</summary>
/// <param name="GroupId">Group that it was posted into.</param>
/// <param name="At">When, by the simulator's clock.</param>
/// <param name="Parts">What it holds, in order.</param>
/// <param name="IsForward">Whether it is a forwarded conversation; its entries are the parts.</param>
public sealed record OneBotReceived(long GroupId, DateTimeOffset At, IReadOnlyList<OneBotPart> Parts, bool IsForward);
