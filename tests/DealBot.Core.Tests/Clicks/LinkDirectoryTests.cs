using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Clicks;

public sealed class LinkDirectoryTests
{
    private const string Code = "abcdefghjkm";

    private static readonly TrackedLink Link = new(Code, "p1", "mama-1", new DealKey("jd", "1"), new Uri("https://union.example"));

    [Test]
    public async Task A_link_is_looked_up_once_and_then_known()
    {
        var store = new FakeLinkStore(Link);
        var links = new LinkDirectory(store);

        Assert.That(await links.FindAsync(Code, default), Is.EqualTo(Link));
        Assert.That(await links.FindAsync(Code, default), Is.EqualTo(Link));
        Assert.That(store.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_code_not_known_yet_is_looked_up_again()
    {
        var store = new FakeLinkStore();
        var links = new LinkDirectory(store);

        await links.FindAsync(Code, default);
        Assert.That(await links.FindAsync(Code, default), Is.Null);
        Assert.That(store.Asked, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task What_can_not_be_a_code_never_reaches_the_database()
    {
        var store = new FakeLinkStore(Link);

        Assert.That(await new LinkDirectory(store).FindAsync("../../etc/passwd", default), Is.Null);
        Assert.That(store.Asked, Is.Empty);
    }
}
