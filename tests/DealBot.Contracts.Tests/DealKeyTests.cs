using DealBot.Contracts;

namespace DealBot.Contracts.Tests;

public sealed class DealKeyTests
{
    [Test]
    public void Survives_being_written_and_read()
    {
        var key = new DealKey("jd", "MsDx:with:colons");

        Assert.That(DealKey.TryParse(key.ToString(), out var read), Is.True);
        Assert.That(read, Is.EqualTo(key));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("jd")]
    [TestCase(":item")]
    [TestCase("jd:")]
    public void Refuses_text_without_network_or_item(string? text) => Assert.That(DealKey.TryParse(text, out _), Is.False);
}
