namespace DealBot.Adapters.Tests;

internal static class Pauses
{
    /// <summary>Lets every pause pass as it begins, until the task has ended.</summary>
    public static async Task PassUntilAsync(this ManualTime time, Task end, CancellationToken cancellationToken)
    {
        while (!end.IsCompleted)
        {
            await Task.WhenAny(time.TimerStartedAsync(cancellationToken), end);
            time.Advance(TimeSpan.FromMinutes(5));
        }
    }
}
