namespace DealBot.CrashTrials.Audit;

/// <summary>One disagreement.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Text">By what.</param>
internal sealed record Difference(string Rule, string Text);
