namespace DealBot.Core.Clicks;

/// <summary>One request for a link.</summary>
public sealed record Click(string Code, string GroupId, DateTimeOffset At, ClickKind Kind, string VisitorId);
