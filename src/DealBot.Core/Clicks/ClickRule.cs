namespace DealBot.Core.Clicks;

/// <summary>One reason why a request is no person's click.</summary>
/// <param name="Name">Name, kept with the click.</param>
/// <param name="Kind">What the click is taken for.</param>
/// <param name="Matches">Whether the reason holds.</param>
public sealed record ClickRule(string Name, ClickKind Kind, Func<ClickRequest, bool> Matches);
