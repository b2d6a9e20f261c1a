namespace DealBot.Core.Configuration;

/// <summary>
/// What is put on record of the configuration and worked out of it once, by one caller for all, and again when an edit takes effect. Nothing is put
/// on record of a state that the files have left: whoever has read them since has put down what holds now, and must not be followed by what held before.
/// </summary>
/// <param name="configuration">The configuration.</param>
/// <param name="workOutAsync">Works it out. Whatever it puts on record depends, in the very transaction, on the question that it is given.</param>
internal sealed class OncePerConfiguration<T>(
    LiveConfiguration configuration, Func<DealBotConfiguration, Func<bool>, CancellationToken, Task<T>> workOutAsync) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim _working = new(1, 1);
    private volatile Known? _known;

    /// <summary>What was worked out of the configuration in force.</summary>
    public ValueTask<T> GetAsync(CancellationToken cancellationToken) => GetAsync(mustBeNoted: false, cancellationToken);

    /// <summary>Puts on record what was left out the first time because the files were being edited.</summary>
    public async Task NoteAsync(CancellationToken cancellationToken) => await GetAsync(mustBeNoted: true, cancellationToken).ConfigureAwait(false);

    public void Dispose() => _working.Dispose();

    private async ValueTask<T> GetAsync(bool mustBeNoted, CancellationToken cancellationToken)
    {
        var current = configuration.Current;
        if (Of(current, mustBeNoted) is { } known)
        {
            return known;
        }

        await _working.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // An edit may have taken effect meanwhile. What is put on record of the state before must not come after it.
            current = configuration.Current;
            return Of(current, mustBeNoted) ?? await WorkOutAsync(current, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _working.Release();
        }
    }

    private async Task<T> WorkOutAsync(DealBotConfiguration current, CancellationToken cancellationToken)
    {
        var isNoted = true;
        var value = await workOutAsync(current, () => isNoted &= configuration.IsLatest(current), cancellationToken).ConfigureAwait(false);
        _known = new Known(current, value, isNoted);
        return value;
    }

    private T? Of(DealBotConfiguration current, bool mustBeNoted) =>
        _known is { } known && ReferenceEquals(known.Configuration, current) && (known.IsNoted || !mustBeNoted) ? known.Value : null;

    private sealed record Known(DealBotConfiguration Configuration, T Value, bool IsNoted);
}
