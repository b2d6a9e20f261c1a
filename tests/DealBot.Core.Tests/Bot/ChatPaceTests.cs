using DealBot.Core.Bot;

namespace DealBot.Core.Tests.Bot;

public sealed class ChatPaceTests
{
    private readonly TestClock _clock = new(Some.Morning);

    [Test]
    public void Member_who_asks_too_often_is_told_once_and_then_nothing()
    {
        var pace = new ChatPace(_clock);

        var verdicts = Enumerable.Range(0, 5).Select(_ => pace.Ask("preview", "demo", "m1", 2, 100)).ToList();

        Assert.That(verdicts, Is.EqualTo(new[] { PaceVerdict.Within, PaceVerdict.Within, PaceVerdict.FirstBeyond, PaceVerdict.Silent, PaceVerdict.Silent }));
        Assert.That(pace.Ask("preview", "demo", "m2", 2, 100), Is.EqualTo(PaceVerdict.Within), "another member is not to blame");
    }

    [Test]
    public void Chat_has_a_limit_of_its_own()
    {
        var pace = new ChatPace(_clock);

        var verdicts = Enumerable.Range(0, 4).Select(member => pace.Ask("preview", "demo", $"m{member}", 6, 2)).ToList();

        Assert.That(verdicts, Is.EqualTo(new[] { PaceVerdict.Within, PaceVerdict.Within, PaceVerdict.FirstBeyond, PaceVerdict.Silent }));
        Assert.That(pace.Ask("preview", "other", "m1", 6, 2), Is.EqualTo(PaceVerdict.Within));
    }

    [Test]
    public void Members_that_somebody_makes_up_fill_no_memory()
    {
        var pace = new ChatPace(_clock);

        for (var member = 0; member < 20_000; member++)
        {
            pace.Ask("preview", "demo", $"made-up-{member}", 6, 30);
        }

        Assert.That(pace.Remembered, Is.EqualTo(31), "thirty who were answered, and the chat");
    }

    [Test]
    public void A_minute_later_one_may_ask_again()
    {
        var pace = new ChatPace(_clock);
        pace.Ask("preview", "demo", "m1", 1, 100);
        pace.Ask("preview", "demo", "m1", 1, 100);

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That(pace.Ask("preview", "demo", "m1", 1, 100), Is.EqualTo(PaceVerdict.Within));
    }
}
