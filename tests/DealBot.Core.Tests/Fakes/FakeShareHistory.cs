using DealBot.Core.Shares;

namespace DealBot.Core.Tests.Fakes;

/// <summary>Rules in memory; the first hold from the beginning, later ones from when they are noted.</summary>
internal sealed class FakeShareHistory : IShareHistory
{
    private readonly List<ShareEpoch> _epochs = [];

    public int Reads { get; private set; }

    public Task<IReadOnlyList<ShareEpoch>> ReadAsync(CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult<IReadOnlyList<ShareEpoch>>([.. _epochs]);
    }

    public Task<ShareEpoch?> NoteAsync(string ownerId, ShareRules rules, DateTimeOffset at, Func<bool> isLatest, CancellationToken cancellationToken)
    {
        var last = _epochs.LastOrDefault(epoch => epoch.OwnerId == ownerId);
        if (last?.Rules.ToJson() == rules.ToJson() || !isLatest())
        {
            return Task.FromResult<ShareEpoch?>(null);
        }

        _epochs.Add(new ShareEpoch(_epochs.Count + 1, ownerId, last is null ? DateTimeOffset.UnixEpoch : at, rules));
        return Task.FromResult<ShareEpoch?>(_epochs[^1]);
    }
}
