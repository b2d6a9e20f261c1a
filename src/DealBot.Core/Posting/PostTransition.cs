namespace DealBot.Core.Posting;

/// <summary>A post that changed its state.</summary>
/// <param name="PostId">The post.</param>
/// <param name="From">The state it left; null for a post that was not there.</param>
/// <param name="To">The state it is in; null for a post that was taken out of the plan.</param>
/// <param name="Reason">Why, in a word or in the platform's words; null if the change says it all.</param>
public sealed record PostTransition(string PostId, PostState? From, PostState? To, string? Reason = null);
