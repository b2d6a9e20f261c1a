using System.Diagnostics;
using DealBot.CrashTrials.World;

namespace DealBot.CrashTrials.Trials;

/// <summary>
/// One trial: the real service lives and is killed several times while platforms and members go on; then it is left in peace until nothing is
/// open, ended as systemd ends it, and its ledger compared with what platforms and members saw.
/// </summary>
internal static class CrashTrial
{
    /// <summary>A phase that has not come this long after the service listens does not come.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(8);

    /// <summary>Runs it.</summary>
    /// <param name="plan">What happens.</param>
    /// <param name="parent">Where its folder is made; a trial that passes leaves nothing there.</param>
    /// <param name="patience">How long it may take until nothing is open.</param>
    public static async Task<TrialResult> RunAsync(TrialPlan plan, string parent, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        var folder = Directory.CreateDirectory(Path.Combine(parent, FormattableString.Invariant($"trial-{plan.Seed}-{Guid.NewGuid():n}"))).FullName;
        await using var stage = await Stage.OpenAsync(plan.Seed, folder, new StageOptions());
        foreach (var life in plan.Lives)
            await LiveAsync(stage, life);

        stage.World.Killer.Disarm();
        await using var last = stage.Start();
        await last.ListeningAsync();
        await stage.RestAsync(last, patience);
        var (counts, differences) = stage.Compare();
        if (differences.Count == 0)
            Directory.Delete(folder, recursive: true);
        else
            stage.World.WriteLogs();

        return new TrialResult(plan, stage.Lives, counts, differences, folder, watch.Elapsed);
    }

    private static async Task LiveAsync(Stage stage, LifePlan plan)
    {
        await using var service = stage.Start();
        var struck = stage.World.Killer.Arm(plan, service);
        stage.World.Suffer(plan.Fault);
        stage.Ended(service, plan, await EndAsync(stage, plan, service, struck));
        await Task.Delay(plan.Pause);
    }

    /// <summary>Waits for the kill, or kills when the phase does not come.</summary>
    private static async Task<LifeEnd> EndAsync(Stage stage, LifePlan plan, ServiceProcess service, Task struck)
    {
        if (plan.Phase != KillPhase.Startup)
            await Task.WhenAny(service.ListeningAsync(), struck);
        if (plan.Phase == KillPhase.ConfigurationEdited)
            stage.World.Files.WriteCopy($"第 {stage.Lives.Count + 2} 版");

        // Of these three the service itself gives no sign.
        if (plan.Phase is KillPhase.Startup or KillPhase.AnyMoment or KillPhase.ConfigurationEdited)
            await stage.World.Killer.MeetAsync(plan.Phase);
        if (await Task.WhenAny(struck, Task.Delay(LongestLife)) != struck && stage.World.Killer.Disarm())
            return await service.KillAsync() ? LifeEnd.KilledAnyway : LifeEnd.ByItself;

        // A blow that falls just as the time is over is the killer's all the same: the service did not end by itself.
        await struck;
        return plan.Signal == LifeSignal.Kill ? LifeEnd.KilledInPhase : await service.EndedAsync() ? LifeEnd.Terminated : LifeEnd.ByItself;
    }
}
