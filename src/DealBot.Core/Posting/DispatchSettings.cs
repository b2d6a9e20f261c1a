namespace DealBot.Core.Posting;

/// <summary>What the dispatcher goes by.</summary>
public sealed record DispatchSettings(PostingOptions Posting, TimeProvider Time);
