using DealBot.CrashTrials.Audit;
using DealBot.CrashTrials.Trials;
using DealBot.CrashTrials.World;

namespace DealBot.EndToEnd.Faults;

/// <summary>The machine's clock is set by an hour while the service runs.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ClockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // What a clock that jumps may cost: slots whose hour was skipped. And those of the minutes that come twice wait for the robots' quota.
    private static readonly string[] NotOfClocks = ["no slot is lost", "every post comes to an end"];

    [Test]
    public async Task Clock_set_back_by_an_hour_doubles_nothing_and_silences_nobody() => await JumpAsync(Hour, TimeSpan.Zero);

    [Test]
    public async Task Clock_set_forward_by_an_hour_and_back_again_doubles_nothing_and_silences_nobody() => await JumpAsync(TimeSpan.Zero, Hour, TimeSpan.Zero);

    private static async Task JumpAsync(TimeSpan first, params TimeSpan[] jumps)
    {
        if (FakeTime.Library is null)
        {
            Assert.Ignore("libfaketime is not installed (Debian: apt-get install faketime)");
        }

        using var folder = new TempFolder();
        var clock = new TrialClock();
        var time = new FakeTime(folder.Path, clock);
        time.Set(first);

        // The real network's clock is right: it never has orders of a time to come, as this one would have when it is set back.
        await using var stage = await FaultStage.OpenAsync(new StageOptions { Clock = clock, HoursAround = 1, FreshMinutes = 2, MembersBuy = false, Environment = time.Environment });
        foreach (var jump in jumps)
        {
            time.Set(jump);
            await stage.PostsInEveryGroupAsync();
        }

        var differences = await stage.RestAsync();

        Assert.That(differences.Where(difference => !NotOfClocks.Contains(difference.Rule)), Is.Empty, stage.Said);
        Assert.That(Lost(stage), Is.Empty, stage.Said);
    }

    /// <summary>
    /// Slots that ended otherwise than a clock that jumps explains: their time went by, or an account that the robot slowed down because it still
    /// counts the minute that comes twice has no room left for them.
    /// </summary>
    private static IEnumerable<string> Lost(FaultStage stage)
    {
        using var ledger = Ledger.Open(stage.World.Files.Database);
        return [.. ledger.Posts().Where(post => post.State is not ("sent" or "planned") && post is not { State: "skipped", ReasonCode: "missed" or "stale" or "quota" }).Select(post => $"{post}")];
    }
}
