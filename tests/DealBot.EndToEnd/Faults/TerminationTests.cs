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
}
