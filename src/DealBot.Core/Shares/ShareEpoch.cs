namespace DealBot.Core.Shares;

/// <summary>From when on an owner's rules were what they are.</summary>
/// <param name="Number">Counts up in the order in which rules were noted.</param>
/// <param name="OwnerId">The owner.</param>
/// <param name="EffectiveAt">Orders made then and later are divided by them.</param>
/// <param name="Rules">The rules.</param>
public sealed record ShareEpoch(long Number, string OwnerId, DateTimeOffset EffectiveAt, ShareRules Rules);
