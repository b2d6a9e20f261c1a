using System.Collections.Concurrent;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Notices;
using DealBot.Core.Posting;

namespace DealBot.Core.Accounts;

/// <summary>
/// Tells owners of a group that refuses their posts while its account posts elsewhere as before: no account stops, so nothing else would tell
/// them before the digest. Once a day and address, since every post meets the same refusal; a restart tells it again.
/// </summary>
internal sealed class ClosedAddresses(INotices notices, PostingScope scope, TimeProvider time)
{
    private const string NoticeKind = "group_closed";

    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<(string Adapter, string Address), DateTimeOffset> _told = new();

    /// <summary>Takes note of an answer.</summary>
    public async Task NoteAsync(string adapter, string address, SendResult result)
    {
        if (ReasonOf(result) is not { } reason)
        {
            if (result is SendResult.Sent or SendResult.Awaiting)
            {
                _told.TryRemove((adapter, address), out _);
            }

            return;
        }

        var now = time.GetUtcNow();
        if (_told.TryGetValue((adapter, address), out var last) && last <= now && now - last < Again)
        {
            return;
        }

        var configuration = scope.Configuration.Current;
        foreach (var owner in configuration.OwnersOf((a, b) => (a, b) == (adapter, address)))
        {
            await notices.TellAsync(new Notice(owner.Id, NoticeKind, $"{adapter}/{address}", Wording(configuration, owner, adapter, address, reason)), CancellationToken.None).ConfigureAwait(false);
        }

        _told[(adapter, address)] = now;
    }

    private static Phrase? ReasonOf(SendResult result) => result switch
    {
        SendResult.Blocked { OnlyThisAddress: true } blocked => blocked.Reason,
        SendResult.Rejected { OnlyThisAddress: true } rejected => rejected.Reason,
        _ => null,
    };

    private static Phrase Wording(DealBotConfiguration configuration, Owner owner, string adapter, string address, Phrase reason)
    {
        var groups = configuration.GroupsOf(owner).Where(group => group.Adapter == adapter && group.Address == address).ToList();
        var (zh, en) = groups.Count > 0
            ? (string.Join('、', groups.Select(group => $"“{group.Name}”")), string.Join(", ", groups.Select(group => group.Id)))
            : ($"{adapter}/{address}", $"{adapter}/{address}");
        return new Phrase(
            $"{zh}发不进去：{reason.Zh}。其他群照常；处理好以后不用做别的，下一次推送会再试",
            $"{en} takes no posts: {reason.En}. Other groups go on; once that is mended, the next post tries again by itself");
    }
}
