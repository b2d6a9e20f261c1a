namespace DealBot.Core.Tests.Ledger;

/// <summary>Something that happens to the books.</summary>
/// <param name="Hours">How long after what happened before; below zero if the clock went back.</param>
internal abstract record BookEvent(int Hours)
{
    /// <summary>A window brings versions of rows, by their place in the history.</summary>
    public sealed record Arrives(int Hours, IReadOnlyList<int> Versions) : BookEvent(Hours);

    /// <summary>The owner claims an order for a group, or takes his word back.</summary>
    public sealed record Claimed(int Hours, int Order, string? GroupId) : BookEvent(Hours);

    /// <summary>Everything is counted anew.</summary>
    public sealed record Recounted(int Hours) : BookEvent(Hours);

    /// <summary>The owner edits rates, in percent.</summary>
    public sealed record TermsEdited(int Hours, int Promoter, int Inviter, int Platform) : BookEvent(Hours);

    /// <summary>The owner records a payout for a month (202606); of all there is if no amount is named.</summary>
    public sealed record PaidOut(int Hours, string PromoterId, int Month, int? Fen) : BookEvent(Hours);
}
