using System.Net.WebSockets;
using System.Text.Json;
using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace DealBot.Adapters.Wire;

/// <summary>
/// Keeps the connections of an adapter's bots, each on its own: one that breaks is made again after a pause that doubles until something is
/// heard, and one that the platform refuses is tried again once an hour while another bot still hears.
/// </summary>
internal sealed class Listening(string adapter, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PauseWhenRefused = TimeSpan.FromHours(1);

    /// <summary>One connection: listens until it ends, and calls <paramref name="heard"/> when the platform has accepted it.</summary>
    public delegate Task Connection(Action heard, CancellationToken cancellationToken);

    /// <summary>Listens until cancelled.</summary>
    /// <param name="bots">A connection of each bot, by the bot's name; none: there is nothing to hear.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ChatListenerException">The platform refuses every bot.</exception>
    public async Task RunAsync(IReadOnlyDictionary<string, Connection> bots, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var refused = new RefusedBots(bots.Count);
        var running = bots.Select(bot => KeepAsync(bot.Key, bot.Value, refused, ending.Token)).ToList();
        if (running.Count == 0)
            running.Add(Task.Delay(Timeout.InfiniteTimeSpan, time, ending.Token));

        try
        {
            await await Task.WhenAny(running);
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task KeepAsync(string bot, Connection connection, RefusedBots refused, CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await connection(Heard, cancellationToken);
                LogLost(bot, pause, null);
            }
            catch (ChatListenerException exception)
            {
                if (refused.Add(bot))
                    throw;
                pause = PauseWhenRefused;
                logger.LogWarning(new EventId(6201, "ListenerRefused"), "Listening of {Adapter}/{Bot} is refused, tried again in an hour: {Reason}", adapter, bot, exception.Reason.En);
            }
            catch (Exception exception) when (IsOfNetwork(exception, cancellationToken))
            {
                LogLost(bot, pause, exception);
            }

            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        void Heard()
        {
            refused.Remove(bot);
            pause = FirstPause;
        }
    }

    // Only the exception's kind: its text may hold an address with a token.
    private void LogLost(string bot, TimeSpan pause, Exception? exception) => logger.LogInformation(
        new EventId(6200, "ListenerLost"), "Listening of {Adapter}/{Bot} broke off ({Kind}) and begins again in {Seconds} s", adapter, bot, exception?.GetType().Name ?? "closed", (int)pause.TotalSeconds);

    private static bool IsOfNetwork(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or IOException or WebSocketException or JsonException or TimeoutException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>The bots that the platform refuses at present.</summary>
    private sealed class RefusedBots(int all)
    {
        private readonly Lock _lock = new();
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);

        /// <summary>Adds one; true if none is left that could hear.</summary>
        public bool Add(string bot)
        {
            lock (_lock)
            {
                _names.Add(bot);
                return _names.Count == all;
            }
        }

        public void Remove(string bot)
        {
            lock (_lock)
                _names.Remove(bot);
        }
    }
}
