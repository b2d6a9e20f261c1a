using System.Collections.Concurrent;

namespace DealBot.Core.Clicks;

/// <summary>Links by code, with the ones in use kept in memory. Links never change, so nothing has to be thrown away for being old.</summary>
public sealed class LinkDirectory(ILinkStore store)
{
    private const int MostInMemory = 50_000;

    private readonly ConcurrentDictionary<string, TrackedLink> _known = new();

    public ValueTask<TrackedLink?> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (!LinkCodes.IsWellFormed(code))
        {
            return ValueTask.FromResult<TrackedLink?>(null);
        }

        return _known.TryGetValue(code, out var link) ? ValueTask.FromResult<TrackedLink?>(link) : new(LoadAsync(code, cancellationToken));
    }

    private async Task<TrackedLink?> LoadAsync(string code, CancellationToken cancellationToken)
    {
        var link = await store.FindAsync(code, cancellationToken).ConfigureAwait(false);
        if (link is not null)
        {
            if (_known.Count >= MostInMemory)
            {
                _known.Clear();
            }

            _known[code] = link;
        }

        return link;
    }
}
