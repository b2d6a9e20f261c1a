namespace DealBot.Core.Clicks;

/// <summary>One reason why a user agent is not a person's browser.</summary>
/// <param name="Name">Name, kept with the click.</param>
/// <param name="Kind">What the click is taken for.</param>
/// <param name="Matches">Whether the reason holds.</param>
internal sealed record UserAgentRule(string Name, ClickKind Kind, Func<string, bool> Matches);
