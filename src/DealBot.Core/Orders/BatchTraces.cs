using DealBot.Core.Clicks;

namespace DealBot.Core.Orders;

/// <summary>What a window's orders are traced by, looked up for all of them together: a flood of orders must not ask the database one by one.</summary>
/// <param name="Links">Links by code; codes that nobody here wrote are missing.</param>
/// <param name="Earlier">How rows were traced before, by id, of those that no link tells.</param>
public sealed record BatchTraces(IReadOnlyDictionary<string, TrackedLink> Links, IReadOnlyDictionary<string, EarlierTrace> Earlier);
