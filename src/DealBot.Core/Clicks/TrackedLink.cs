using DealBot.Contracts;

namespace DealBot.Core.Clicks;

/// <summary>What a redirect code stands for.</summary>
public sealed record TrackedLink(string Code, string PostId, string GroupId, DealKey Deal, Uri Target);
