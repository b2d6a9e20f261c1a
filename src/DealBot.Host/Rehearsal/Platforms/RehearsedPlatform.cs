using DealBot.Host.Settings;

namespace DealBot.Host.Rehearsal.Platforms;

/// <summary>One chat platform of a rehearsed day: its simulator, the settings that lead there, and what its chats have got.</summary>
/// <param name="server">The simulator.</param>
/// <param name="configure">Adds the adapter's settings.</param>
/// <param name="logs">Lists of what the chats have got so far, each only growing.</param>
internal sealed class RehearsedPlatform(
    IAsyncDisposable server, Func<AdapterSettings, AdapterSettings> configure, params IReadOnlyList<Func<IReadOnlyList<ChatMessage>>> logs) : IAsyncDisposable
{
    private readonly int[] _seen = new int[logs.Count];

    public AdapterSettings Configure(AdapterSettings settings) => configure(settings);

    /// <summary>Messages that came since the last look.</summary>
    public IEnumerable<ChatMessage> TakeNew()
    {
        for (var i = 0; i < logs.Count; i++)
        {
            var all = logs[i]();
            foreach (var message in all.Skip(_seen[i]))
            {
                yield return message;
            }

            _seen[i] = all.Count;
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
