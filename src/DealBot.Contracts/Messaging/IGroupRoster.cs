namespace DealBot.Contracts;

/// <summary>An adapter whose platform tells how many members a group has implements this beside <see cref="IMessagingAdapter"/>.</summary>
public interface IGroupRoster
{
    /// <summary>How many members the group at the address has now, the bot included; null if the platform does not tell for this address.</summary>
    /// <exception cref="HttpRequestException">The platform could not be asked or refused; the message names no secret.</exception>
    Task<int?> CountMembersAsync(string address, CancellationToken cancellationToken);
}
