using DealBot.CrashTrials.Trials;

namespace DealBot.CrashTrials.Audit;

/// <summary>The service ends only when it is killed or told to.</summary>
internal static class LifeAudit
{
    public static IEnumerable<Difference> Compare(IReadOnlyList<Life> lives) =>
        from life in lives
        where life.End == LifeEnd.ByItself
        select new Difference("the service ends only when it is killed or told to", $"{life}");
}
