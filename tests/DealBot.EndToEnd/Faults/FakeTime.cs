using DealBot.CrashTrials.World;

namespace DealBot.EndToEnd.Faults;

/// <summary>The clock of a child process, by libfaketime (Debian's package <c>faketime</c>): what it shows can be changed while the process runs.</summary>
internal sealed class FakeTime(string folder, TrialClock clock)
{
    private static readonly string[] Places = ["/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib64/faketime/libfaketimeMT.so.1"];

    /// <summary>The library; null where it is not installed.</summary>
    public static string? Library { get; } = Array.Find(Places, System.IO.File.Exists);

    /// <summary>What the child process needs. Timers go by the machine's own monotonic clock, as they do when a real clock is set.</summary>
    public Dictionary<string, string> Environment => new()
    {
        ["LD_PRELOAD"] = Library!,
        ["FAKETIME_TIMESTAMP_FILE"] = File,
        ["FAKETIME_NO_CACHE"] = "1",

        // Or else every wait with a time limit ends at once.
        ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        ["DONT_FAKE_MONOTONIC"] = "1",
        ["NO_FAKE_STAT"] = "1",
    };

    private string File => Path.Combine(folder, "clock");

    /// <summary>Sets the clocks of the process and of the platforms.</summary>
    public void Set(TimeSpan ahead)
    {
        // Moved into place whole: the library reads the file at every call.
        System.IO.File.WriteAllText($"{File}.new", FormattableString.Invariant($"{ahead.TotalSeconds:+0;-0;+0}\n"));
        System.IO.File.Move($"{File}.new", File, overwrite: true);
        clock.Offset = ahead;
    }
}
