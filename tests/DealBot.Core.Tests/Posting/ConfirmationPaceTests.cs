using DealBot.Core.Posting;

namespace DealBot.Core.Tests.Posting;

public sealed class ConfirmationPaceTests
{
    [TestCase(0, 1)]
    [TestCase(4, 1)]
    [TestCase(20, 5)]
    [TestCase(120, 30)]
    [TestCase(6000, 30)]
    public void Pauses_grow_with_the_age_of_the_task(int age, int pause) =>
        Assert.That(ConfirmationPace.After(TimeSpan.FromMinutes(age)), Is.EqualTo(TimeSpan.FromMinutes(pause)));

    [Test]
    public void A_task_of_a_day_is_asked_after_some_sixty_times()
    {
        var questions = 0;
        for (var age = TimeSpan.Zero; age < TimeSpan.FromDays(1); age += ConfirmationPace.After(age))
        {
            questions++;
        }

        Assert.That(questions, Is.InRange(50, 70));
    }
}
