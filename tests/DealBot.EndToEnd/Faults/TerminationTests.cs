using System.Diagnostics;

namespace DealBot.EndToEnd.Faults;

/// <summary>SIGTERM, as systemd and docker send it, in the middle of a send.</summary>
public sealed class TerminationTests
{
    private static readonly TimeSpan SlowAnswer = TimeSpan.FromSeconds(1.5);

    [Test]
    public async Task Service_that_is_told_to_end_while_it_sends_waits_for_the_answer_and_keeps_it()
    {
        await using var stage = await FaultStage.OpenAsync();
        var before = stage.World.Chat.Calls.Count;
        stage.World.WeCom.Faults.Slow(SlowAnswer, calls: 4);
        await Poll.UntilAsync(() => Task.FromResult(stage.World.Chat.Calls.Count), calls => calls > before, "a message that waits for its answer");

        await stage.EndAsync();
        await stage.StartAsync();
        await stage.PostsInEveryGroupAsync();

        Assert.That(await stage.RestAsync(), Is.Empty, stage.Said);
    }

    /// <summary>Ctrl+C in the middle of long work is no fault of the program's to be told with a stack trace.</summary>
    [Test]
    public async Task Rehearsal_that_is_told_to_end_says_nothing_more()
    {
        using var tree = new SampleTree();
        using var process = DealBotProcess.Start(tree.Path, ["rehearse", "--date", "2026-06-02", "--out", "day"]);
        var errors = process.StandardError.ReadToEndAsync();
        await Poll.UntilAsync(() => Task.FromResult(File.Exists(tree.File("day/dealbot.db"))), there => there, "a day that has begun");

        using (var kill = Process.Start("bash", ["-c", $"kill -TERM {process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync();

        Assert.That((process.ExitCode, await errors), Is.EqualTo((1, "")));
    }
}
