using DealBot.CrashTrials.World;

namespace DealBot.CrashTrials.Audit;

/// <summary>The database is whole, and no log holds a secret.</summary>
internal static class FileAudit
{
    public static IEnumerable<Difference> Compare(Ledger ledger, TrialFiles files)
    {
        var faults = ledger.All<string>("PRAGMA integrity_check").Where(line => line != "ok");
        var orphans = ledger.All<string>("SELECT \"table\" || ' row ' || rowid FROM pragma_foreign_key_check");
        return
        [
            .. faults.Select(fault => new Difference("the database is whole", fault)),
            .. orphans.Select(orphan => new Difference("the database is whole", $"{orphan} belongs to nothing")),
            .. Directory.EnumerateFiles(files.Folder, "life-*.log").SelectMany(Secrets),
        ];
    }

    private static IEnumerable<Difference> Secrets(string log)
    {
        var text = File.ReadAllText(log);
        return TrialFiles.Robots.Values.Append(TrialFiles.AppSecret).Where(secret => text.Contains(secret, StringComparison.Ordinal))
            .Select(secret => new Difference("no log holds a secret", $"{Path.GetFileName(log)} holds {secret[^4..]}"));
    }
}
