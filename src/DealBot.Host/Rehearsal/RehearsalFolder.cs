namespace DealBot.Host.Rehearsal;

/// <summary>The folder that a rehearsal leaves. Only what an earlier rehearsal left is removed, nothing of anybody else's.</summary>
internal static class RehearsalFolder
{
    /// <summary>What was posted through adapters that are not simulated.</summary>
    public const string StandIns = "adapters";

    private static readonly string[] Files = ["index.html", "posts.jsonl", "dealbot.db", "dealbot.db-wal", "dealbot.db-shm", "dealbot.log"];
    private static readonly string[] Folders = ["posters", "digests", "preview", "clicks", StandIns];

    public static void Clear(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Files)
        {
            File.Delete(Path.Combine(folder, file));
        }

        foreach (var inner in Folders.Select(inner => Path.Combine(folder, inner)).Where(Directory.Exists))
        {
            Directory.Delete(inner, recursive: true);
        }
    }
}
