using DealBot.CrashTrials.World;

namespace DealBot.CrashTrials.Audit;

/// <summary>Every click that was answered is kept, and none twice. One that was not answered may be kept or not.</summary>
internal static class ClickAudit
{
    /// <summary>Compares.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="clicks">Clicks by code.</param>
    /// <param name="toldLost">Clicks that the service said it could not keep.</param>
    public static IEnumerable<Difference> Compare(Ledger ledger, IReadOnlyDictionary<string, ClickCount> clicks, long toldLost)
    {
        var kept = ledger.All<(string Code, long Count, long Visitors)>("SELECT code, COUNT(*), COUNT(DISTINCT visitor) FROM clicks GROUP BY code").ToDictionary(row => row.Code);
        foreach (var (code, count) in clicks)
        {
            var (_, rows, visitors) = kept.GetValueOrDefault(code, (code, 0, 0));
            if (rows < count.Acknowledged && (toldLost -= count.Acknowledged - rows) < 0)
                yield return new Difference("every acknowledged click is counted", $"{code}: {count.Acknowledged} were sent on, {rows} are kept");
            if (rows > count.Tried)
                yield return new Difference("no click is counted twice", $"{code}: {count.Tried} were tried, {rows} are kept");
            if (visitors < rows)
                yield return new Difference("no click is counted twice", $"{code}: {rows} rows of {visitors} visitors, and every click was a visitor of its own");
        }
    }
}
