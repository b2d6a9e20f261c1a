using System.Collections.Concurrent;

namespace DealBot.Core.Clicks;

/// <summary>Links by code, with the ones in use kept in memory. Links never change, so nothing has to be thrown away for being old.</summary>
public sealed class LinkDirectory(ILinkStore store) : IDisposable
{
    private const int MostInMemory = 50_000;

    /// <summary>Look-ups side by side. While somebody else holds the whole database, each keeps a thread waiting.</summary>
    private const int MostLookups = 4;

    /// <summary>Codes of one question to the database.</summary>
    private const int MostAtOnce = 500;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, TrackedLink> _known = new();
    private readonly SemaphoreSlim _lookups = new(MostLookups, MostLookups);

    /// <summary>Finds a link; null if there is none of this code.</summary>
    /// <exception cref="TimeoutException">Too many others are being looked up.</exception>
    public ValueTask<TrackedLink?> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(code, out var link))
        {
            return ValueTask.FromResult<TrackedLink?>(link);
        }

        return LinkCodes.IsWellFormed(code) ? new(LoadAsync(code, cancellationToken)) : ValueTask.FromResult<TrackedLink?>(null);
    }

    /// <summary>
    /// Finds many links: those in memory, and the others by the hundred, so that a flood of codes that nobody here wrote costs a few questions and
    /// not one each.
    /// </summary>
    /// <returns>Those that there are, by code.</returns>
    public async Task<IReadOnlyDictionary<string, TrackedLink>> FindAllAsync(IEnumerable<string> codes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var (found, missing) = (new Dictionary<string, TrackedLink>(), new HashSet<string>());
        foreach (var code in codes)
        {
            if (_known.TryGetValue(code, out var link))
            {
                found[code] = link;
            }
            else if (LinkCodes.IsWellFormed(code))
            {
                missing.Add(code);
            }
        }

        foreach (var some in missing.Chunk(MostAtOnce))
        {
            foreach (var link in await store.FindAllAsync(some, cancellationToken).ConfigureAwait(false))
            {
                Keep(link);
                found[link.Code] = link;
            }
        }

        return found;
    }

    public void Dispose() => _lookups.Dispose();

    private async Task<TrackedLink?> LoadAsync(string code, CancellationToken cancellationToken)
    {
        var link = await LookUpAsync(code, cancellationToken).ConfigureAwait(false);
        if (link is not null)
        {
            Keep(link);
        }

        return link;
    }

    private void Keep(TrackedLink link)
    {
        if (_known.Count >= MostInMemory)
        {
            _known.Clear();
        }

        _known[link.Code] = link;
    }

    private async Task<TrackedLink?> LookUpAsync(string code, CancellationToken cancellationToken)
    {
        if (!await _lookups.WaitAsync(LongestWait, cancellationToken).ConfigureAwait(false))
        {
            throw new TimeoutException($"No link was looked up within {LongestWait.TotalSeconds:0} seconds");
        }

        try
        {
            return await store.FindAsync(code, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _lookups.Release();
        }
    }
}
