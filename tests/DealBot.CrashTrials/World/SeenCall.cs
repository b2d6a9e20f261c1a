namespace DealBot.CrashTrials.World;

/// <summary>One call of a robot's webhook, as the platform saw it.</summary>
/// <param name="Address">Name of the robot.</param>
/// <param name="Kind"><c>text</c> or <c>image</c>.</param>
/// <param name="Content">The text, or the picture's MD5.</param>
/// <param name="At">When.</param>
/// <param name="Accepted">Whether members see the message.</param>
/// <param name="Fault">What the platform did wrong; null for nothing.</param>
internal sealed record SeenCall(string Address, string Kind, string Content, DateTimeOffset At, bool Accepted, string? Fault)
{
    /// <summary>When the answer was handed to the network whole; null if it was not.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }
}
