using System.Diagnostics;

namespace DealBot.EndToEnd;

/// <summary>Waits for what another process does, up to a deadline.</summary>
internal static class Poll
{
    /// <summary>Only ends what hangs: starting a service takes minutes where the machine is busy enough.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(300);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> enough, string what)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var seen = await look();
            if (enough(seen))
            {
                return seen;
            }

            if (watch.Elapsed > Deadline)
            {
                throw new AssertionException($"After {Deadline.TotalSeconds:0} s still not: {what}. Last seen: {seen}");
            }

            await Task.Delay(Pause);
        }
    }
}
