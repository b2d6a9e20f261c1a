using DealBot.Core.Configuration;

namespace DealBot.Core.Orders;

/// <summary>Where an order came from.</summary>
/// <param name="Account">The account through which it came.</param>
/// <param name="OwnerId">Who held the account when it was ordered; null if nobody ever did.</param>
public sealed record OrderSource(string Account, string? OwnerId)
{
    /// <summary>What was looked up for the whole window that it came with; null if it is traced by itself.</summary>
    public BatchTraces? Batch { get; init; }

    /// <summary>Groups that may have brought it: the owner's.</summary>
    public IEnumerable<Group> Groups(DealBotConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Groups.Where(group => group.Owner == OwnerId);
    }
}
