using System.Diagnostics;
using DealBot.CrashTrials.World;

namespace DealBot.CrashTrials.Audit;

/// <summary>Waits until nothing is open any more: all slots dealt with, all clicks and orders taken over.</summary>
internal static class Quiet
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Waits, at most as long as patience lasts or the service runs; what is still open then is for the audit to say.</summary>
    public static async Task WaitAsync(TrialWorld world, DateTimeOffset endOfSlots, ServiceProcess service, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < patience && !service.HasExited && !IsQuiet(world, endOfSlots))
            await Task.Delay(Pause);
    }

    private static bool IsQuiet(TrialWorld world, DateTimeOffset endOfSlots)
    {
        using var ledger = Ledger.Open(world.Files.Database);
        var posts = ledger.Posts();
        return !posts.Any(post => post.State is "planned" or "leased" or "sending")
            && !Missing(world, posts, endOfSlots)
            && !ClickAudit.Compare(ledger, world.Members.Clicks, world.ClicksMayBeLost).Any()
            && OrderAudit.Compare(ledger, world.Jd.Orders).Count == 0;
    }

    private static bool Missing(TrialWorld world, IReadOnlyList<LedgerPost> posts, DateTimeOffset endOfSlots)
    {
        var known = posts.Select(post => post.PostId).ToHashSet();
        return world.FirstSlotSeenAt is { } from
            && TrialGroup.All.Any(group => group.SlotsWithin(from, endOfSlots).Any(slot => !known.Contains(group.PostIdOf(slot))));
    }
}
