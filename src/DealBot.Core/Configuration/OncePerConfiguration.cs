namespace DealBot.Core.Configuration;

/// <summary>What is worked out of the configuration once, by one caller for all, and again when an edit takes effect.</summary>
/// <param name="configuration">The configuration.</param>
/// <param name="workOutAsync">Works it out.</param>
internal sealed class OncePerConfiguration<T>(LiveConfiguration configuration, Func<DealBotConfiguration, CancellationToken, Task<T>> workOutAsync) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim _working = new(1, 1);
    private volatile Known? _known;

    public async ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        var current = configuration.Current;
        if (Of(current) is { } known)
        {
            return known;
        }

        await _working.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // An edit may have taken effect meanwhile. What is put on record of the state before must not come after it.
            current = configuration.Current;
            if (Of(current) is { } others)
            {
                return others;
            }

            var value = await workOutAsync(current, cancellationToken).ConfigureAwait(false);
            _known = new Known(current, value);
            return value;
        }
        finally
        {
            _working.Release();
        }
    }

    public void Dispose() => _working.Dispose();

    private T? Of(DealBotConfiguration current) => _known is { } known && ReferenceEquals(known.Configuration, current) ? known.Value : null;

    private sealed record Known(DealBotConfiguration Configuration, T Value);
}
