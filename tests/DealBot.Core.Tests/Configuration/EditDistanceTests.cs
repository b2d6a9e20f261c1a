using DealBot.Core.Configuration;

namespace DealBot.Core.Tests.Configuration;

public sealed class EditDistanceTests
{
    [TestCase("", "", 0)]
    [TestCase("abc", "", 3)]
    [TestCase("kitten", "sitting", 3)]
    [TestCase("Preview", "preview", 0)]
    [TestCase("宝妈", "宝爸", 1)]
    public void Counts_insertions_deletions_and_substitutions(string left, string right, int distance)
    {
        Assert.That(EditDistance.Between(left, right), Is.EqualTo(distance));
        Assert.That(EditDistance.Between(right, left), Is.EqualTo(distance));
    }

    [Test]
    public void The_nearest_name_is_guessed_only_if_it_is_like_the_one_written()
    {
        string[] names = ["preview", "wecom", "dingtalk"];

        Assert.That(EditDistance.Nearest("weconm", names), Is.EqualTo("wecom"));
        Assert.That(EditDistance.Nearest("telegram", names), Is.Null);
        Assert.That(EditDistance.Nearest("x", []), Is.Null);
    }
}
