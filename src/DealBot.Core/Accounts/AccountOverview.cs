using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Posting;

namespace DealBot.Core.Accounts;

/// <summary>How every account in use stands, and what is left of its quota.</summary>
public sealed class AccountOverview(IAccountStore store, IOutbox outbox, PostingScope scope, TimeProvider time)
{
    /// <summary>Every account that groups or digests go to, and every other that something ever happened to, by name.</summary>
    public async Task<IReadOnlyList<AccountStanding>> ReadAsync(CancellationToken cancellationToken)
    {
        var known = (await store.ListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(row => row.Account, row => row.State);
        var standings = new List<AccountStanding>();
        var inUse = scope.Configuration.Current.Channels.Select(channel => scope.AccountOf(channel.Adapter, channel.Address));
        foreach (var account in inUse.Union(known.Keys).OrderBy(account => account.ToString(), StringComparer.Ordinal))
        {
            var state = known.GetValueOrDefault(account, AccountState.Fresh);
            standings.Add(new AccountStanding(account, state, await QuotasAsync(account, cancellationToken).ConfigureAwait(false)));
        }

        return standings;
    }

    private async Task<IReadOnlyList<QuotaUse>> QuotasAsync(AccountKey account, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var limits = scope.Adapters.LimitsOf(account, scope.Configuration.Current);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(limits?.DayZone ?? Group.DefaultTimeZone);
        var midnight = TimeZoneInfo.ConvertTime(now, zone).Date;
        (QuotaSpan Span, DateTimeOffset Since, int? Most)[] spans =
        [
            (QuotaSpan.Minute, now.AddMinutes(-1), limits?.MessagesPerMinute),
            (QuotaSpan.Hour, now.AddHours(-1), limits?.MessagesPerHour),
            (QuotaSpan.Day, new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)), limits?.MessagesPerDay),
        ];
        var uses = new List<QuotaUse>();
        foreach (var (span, since, most) in spans.Where(span => span.Most is not null || span.Span == QuotaSpan.Day))
        {
            uses.Add(new QuotaUse(span, await outbox.CountAttemptsAsync(account, since, cancellationToken).ConfigureAwait(false), most));
        }

        return uses;
    }
}
