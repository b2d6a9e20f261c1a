using DealBot.Core.Configuration;
using DealBot.Core.Orders;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Fakes;

/// <summary>Who held which account, in memory: from the beginning, or from when it is noted.</summary>
internal sealed class FakeOwners : IAccountOwnerHistory
{
    private readonly List<AccountOwner> _noted = [];

    public static AccountOwners Of(LiveConfiguration configuration) =>
        new(configuration, new FakeOwners(), TimeProvider.System, NullLogger<AccountOwners>.Instance);

    public Task<IReadOnlyList<AccountOwner>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AccountOwner>>([.. _noted]);

    public Task<AccountOwner?> NoteAsync(string network, string account, string ownerId, DateTimeOffset at, Func<bool> isLatest, CancellationToken cancellationToken)
    {
        var last = _noted.LastOrDefault(owner => (owner.Network, owner.Account) == (network, account));
        if (last?.OwnerId == ownerId || !isLatest())
        {
            return Task.FromResult<AccountOwner?>(null);
        }

        _noted.Add(new AccountOwner(_noted.Count + 1, network, account, ownerId, last is null ? DateTimeOffset.UnixEpoch : at));
        return Task.FromResult<AccountOwner?>(_noted[^1]);
    }
}
