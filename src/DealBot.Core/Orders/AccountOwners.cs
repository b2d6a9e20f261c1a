using DealBot.Core.Configuration;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Orders;

/// <summary>
/// Who holds and held each account. An order belongs to whoever held its account when it was ordered, so an edit of the settings moves no order that
/// is there already. Between two holders an account stays with the former.
/// </summary>
public sealed class AccountOwners : IDisposable
{
    private readonly LiveConfiguration _configuration;
    private readonly IAccountOwnerHistory _history;
    private readonly TimeProvider _time;
    private readonly ILogger<AccountOwners> _logger;
    private readonly OncePerConfiguration<ILookup<(string Network, string Account), AccountOwner>> _noted;

    public AccountOwners(LiveConfiguration configuration, IAccountOwnerHistory history, TimeProvider time, ILogger<AccountOwners> logger)
    {
        (_configuration, _history, _time, _logger) = (configuration, history, time, logger);
        _noted = new OncePerConfiguration<ILookup<(string Network, string Account), AccountOwner>>(configuration, NoteAsync);
    }

    /// <summary>Who holds an account now; null if nobody does any more.</summary>
    public string? Now(string network, string account) => _configuration.Current.HolderOf(network, account)?.Id;

    /// <summary>
    /// Puts on record who holds each account by the settings as they are now. Done when an edit takes effect: put down with the next order, all that was
    /// ordered in between would stay with the former holder.
    /// </summary>
    public Task NoteAsync(CancellationToken cancellationToken) => _noted.NoteAsync(cancellationToken);

    /// <summary>Who held an account at a moment; null if nobody ever did.</summary>
    public async ValueTask<string?> AtAsync(string network, string account, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var noted = await _noted.GetAsync(cancellationToken).ConfigureAwait(false);

        // A clock that went back may have noted an earlier moment later: what was noted last holds.
        return noted[(network, account)].LastOrDefault(owner => owner.EffectiveAt <= moment)?.OwnerId;
    }

    /// <inheritdoc />
    public void Dispose() => _noted.Dispose();

    private async Task<ILookup<(string Network, string Account), AccountOwner>> NoteAsync(
        DealBotConfiguration current, Func<bool> isLatest, CancellationToken cancellationToken)
    {
        var before = ToLookup(await _history.ReadAsync(cancellationToken).ConfigureAwait(false));
        foreach (var (owner, network, account) in current.Owners.SelectMany(owner => owner.NetworkAccounts, (owner, held) => (owner.Id, held.Key, held.Value)))
        {
            var last = before[(network, account)].LastOrDefault()?.OwnerId;
            if (await _history.NoteAsync(network, account, owner, _time.GetUtcNow(), isLatest, cancellationToken).ConfigureAwait(false) is { } noted && last is not null)
            {
                OrderEvents.AccountMoved(_logger, network, account, owner, noted.EffectiveAt, last);
            }
        }

        return ToLookup(await _history.ReadAsync(cancellationToken).ConfigureAwait(false));
    }

    private static ILookup<(string Network, string Account), AccountOwner> ToLookup(IReadOnlyList<AccountOwner> owners) =>
        owners.OrderBy(owner => owner.Number).ToLookup(owner => (owner.Network, owner.Account));
}
