using DealBot.CrashTrials.Trials;

namespace DealBot.EndToEnd.Crash;

/// <summary>A few of the trials that <c>scripts/crash-trials.sh</c> runs by the hundred at night.</summary>
public sealed class CrashTrialTests
{
    private const int Trials = 10;

    /// <summary>On a slow machine a trial fills a robot's minute, and its last posts wait for the next.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(400);

    [Test]
    public async Task Service_that_is_killed_again_and_again_posts_nothing_twice_and_loses_nothing()
    {
        var results = await TrialSeries.RunAsync(Trials, firstSeed: 1, parallel: 5, Patience, _ => { }, CancellationToken.None);

        Assert.That(results.Where(result => !result.Passed).Select(result => result.Explain()), Is.Empty);
        Assert.That(results.Sum(result => result.Counts.Posts), Is.GreaterThan(Trials * 5), "a trial that posts little proves little");
    }

    [Test]
    public void Plans_of_neighbouring_seeds_meet_every_phase()
    {
        var phases = Enum.GetValues<KillPhase>();

        Assert.That(Enumerable.Range(1, phases.Length).Select(seed => TrialPlan.Draw(seed).Lives[0].Phase), Is.EquivalentTo(phases));
    }

    [Test]
    public void Same_seed_gives_the_same_plan()
    {
        var first = TrialPlan.Draw(7);
        var again = TrialPlan.Draw(7);

        Assert.That(again.Lives, Is.EqualTo(first.Lives));
    }
}
