namespace DealBot.Host.Commands;

/// <summary>One line of what is said about a fault.</summary>
/// <param name="Text">The line.</param>
/// <param name="IsDetail">Whether it only explains the line before, and is not a fault of its own.</param>
internal sealed record FaultLine(string Text, bool IsDetail);
