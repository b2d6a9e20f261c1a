using DealBot.Core.Links;
using DealBot.Core.Selection;

namespace DealBot.Core.Posting;

/// <summary>A post ready to be sent.</summary>
public sealed record PlannedPost
{
    public required string PostId { get; init; }

    public required PostKind Kind { get; init; }

    /// <summary>The group; null for a digest.</summary>
    public string? GroupId { get; init; }

    public required string OwnerId { get; init; }

    public required string Adapter { get; init; }

    public required string Address { get; init; }

    /// <summary>The slot's own moment. A post that was laid before keeps the moment that the plan gave it.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Not worth sending after this.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public required IReadOnlyList<StoredMessage> Messages { get; init; }

    public IReadOnlyList<PlannedDeal> Deals { get; init; } = [];

    /// <summary>How many deals were considered, and why others were turned down.</summary>
    public SelectionReport Selection { get; init; } = SelectionReport.None;

    /// <summary>Deals whose places others took, for want of a proven link.</summary>
    public IReadOnlyList<HeldBackDeal> HeldBack { get; init; } = [];

    /// <summary>Words of the copy that the advertising law forbids; posted, but shown to the owner.</summary>
    public IReadOnlyList<string> AdLawFlags { get; init; } = [];
}
