using DealBot.Core.Rendering;

namespace DealBot.Core.Tests.Rendering;

public sealed class BeginningTests
{
    [TestCase("", "")]
    [TestCase("好价", "好价")]
    [TestCase("今日好价", "今日好…")]
    [TestCase("今日👨‍👩‍👧好价", "今日👨‍👩‍👧…")]
    public void Keeps_the_first_three_letters_whole(string text, string shown) => Assert.That(Beginning.Of(text, 3), Is.EqualTo(shown));
}
