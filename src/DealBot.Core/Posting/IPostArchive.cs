using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>Reads posts back with all that is known of them.</summary>
public interface IPostArchive
{
    /// <summary>Posts due within the span, from the first moment up to but not including the second, by time.</summary>
    Task<IReadOnlyList<ArchivedPost>> ListAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);
}

/// <summary>A post as the outbox holds it.</summary>
public sealed record ArchivedPost
{
    public required string PostId { get; init; }

    public required string Kind { get; init; }

    public required string? GroupId { get; init; }

    /// <summary>The group if this is one of its own posts: the bot's answers are not.</summary>
    public string? SlotGroupId => Kind == "reply" ? null : GroupId;

    public required string OwnerId { get; init; }

    public required string Adapter { get; init; }

    public required string Address { get; init; }

    /// <summary>The slot's own moment.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The moment that the plan of the day gave it; that of the slot if nothing spoke against it.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>Why the plan moved it; null if it did not.</summary>
    public Phrase? Moved { get; init; }

    /// <summary>When the last message was taken by the platform.</summary>
    public required DateTimeOffset? SentAt { get; init; }

    /// <summary>How often an owner had it sent again.</summary>
    public long Resends { get; init; }

    public required string State { get; init; }

    /// <summary>Code of the reason why it was not sent; null if it was.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Why it was not sent; null if it was.</summary>
    public required Phrase? Reason { get; init; }

    public required IReadOnlyList<StoredMessage> Messages { get; init; }

    public required IReadOnlyList<ArchivedDeal> Deals { get; init; }

    /// <summary>How many deals were looked at.</summary>
    public required long Considered { get; init; }

    /// <summary>How many were turned down, by reason, as JSON.</summary>
    public required string Rejections { get; init; }

    /// <summary>Words of the copy that the advertising law forbids.</summary>
    public required string AdLawFlags { get; init; }
}

/// <summary>A deal of a post.</summary>
/// <param name="Key">The deal.</param>
/// <param name="Title">Its title then.</param>
/// <param name="Category">Its category then.</param>
/// <param name="Price">Price in the app then.</param>
/// <param name="FinalPrice">Price through the link then.</param>
/// <param name="CommissionRate">Commission rate then.</param>
/// <param name="Code">Code of its link.</param>
/// <param name="Score">The score in parts, as JSON; null if the owner named it.</param>
public sealed record ArchivedDeal(DealKey Key, string Title, string Category, Money Price, Money FinalPrice, Rate CommissionRate, string Code, string? Score);
