using DealBot.CrashTrials.Trials;

namespace DealBot.EndToEnd.Faults;

/// <summary>Platforms that misbehave while nobody is killed: each fault must leave an exact ledger, and only an unclear answer may leave an unknown.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PlatformFaultTests
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(1500);

    [Test]
    public async Task Chat_that_cuts_or_answers_late_in_html_twice_or_by_half_makes_no_post_appear_twice() => await SufferAsync(
        PlatformFault.ChatCutsAfterAccepting,
        PlatformFault.ChatAnswersTooLate,
        PlatformFault.ChatAnswersHtml,
        PlatformFault.ChatAnswersHalf,
        PlatformFault.ChatCutsItsAnswer,
        PlatformFault.ChatAnswersTwice);

    [Test]
    public async Task Network_that_answers_in_html_late_twice_or_by_half_loses_no_post_and_no_order() => await SufferAsync(
        PlatformFault.LinkAnswersHtml, PlatformFault.LinkTooFrequent, PlatformFault.OrdersTwice, PlatformFault.OrdersHalf, PlatformFault.OrdersHtml, PlatformFault.OrdersTooLate);

    private static async Task SufferAsync(params PlatformFault[] faults)
    {
        await using var stage = await FaultStage.OpenAsync();
        foreach (var fault in faults)
        {
            stage.World.Suffer(fault);
            await Task.Delay(Between);
        }

        Assert.That(await stage.RestAsync(), Is.Empty, stage.Said);
    }
}
