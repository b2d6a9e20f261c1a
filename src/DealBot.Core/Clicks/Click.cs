namespace DealBot.Core.Clicks;

/// <summary>One request for a link.</summary>
public sealed record Click(string Code, string GroupId, DateTimeOffset At, ClickKind Kind, string VisitorId)
{
    /// <summary>Name of the rule that said it was no person's click; empty for one that counts.</summary>
    public string Rule { get; init; } = "";
}
