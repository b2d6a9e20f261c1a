using System.Collections.Concurrent;
using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>Accounts that a platform told to pause. Lost on a restart, which costs one more refusal and nothing else.</summary>
internal sealed class AccountPauses
{
    /// <summary>A blocked account is tried again this seldom: the owner has to act first.</summary>
    private static readonly TimeSpan BlockedPause = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Adapter, string Address), DateTimeOffset> _until = new();

    public DateTimeOffset? Until(string adapter, string address) => _until.TryGetValue((adapter, address), out var until) ? until : null;

    public void Note(string adapter, string address, SendResult result, DateTimeOffset now)
    {
        switch (result)
        {
            case SendResult.Throttled throttled:
                _until[(adapter, address)] = now + throttled.Delay;
                break;
            case SendResult.Blocked:
                _until[(adapter, address)] = now + BlockedPause;
                break;
            case SendResult.Sent:
                _until.TryRemove((adapter, address), out _);
                break;
            default:
                break;
        }
    }
}
