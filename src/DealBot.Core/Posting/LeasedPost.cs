namespace DealBot.Core.Posting;

/// <summary>A post that this dispatcher may send until the lease ends.</summary>
/// <param name="PostId">The post.</param>
/// <param name="Lease">Names this lease; a dispatcher that lost its lease can't send.</param>
/// <param name="Adapter">Adapter.</param>
/// <param name="Address">Where to.</param>
/// <param name="Messages">The messages still to be sent, in order.</param>
public sealed record LeasedPost(string PostId, string Lease, string Adapter, string Address, IReadOnlyList<LeasedMessage> Messages)
{
    /// <summary>The account that posts there, as the outbox knows it; what is sent counts for it.</summary>
    public string Account { get; init; } = Address;

    /// <summary>The moment that the plan gave it, at which it was prepared; null if that does not matter.</summary>
    public DateTimeOffset? PlannedAt { get; init; }
}

/// <summary>One message of a leased post.</summary>
/// <param name="Index">Its place in the post, from 0.</param>
/// <param name="Attempts">How often it was tried before.</param>
/// <param name="Message">What to send.</param>
public sealed record LeasedMessage(int Index, int Attempts, StoredMessage Message);
