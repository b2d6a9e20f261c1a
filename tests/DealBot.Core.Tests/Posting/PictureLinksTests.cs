using DealBot.Contracts;
using DealBot.Core.Posting;

namespace DealBot.Core.Tests.Posting;

public sealed class PictureLinksTests
{
    private static readonly PictureLinks Links = new(new Uri("https://deal.example.cn/"), [1, 2, 3]);

    [Test]
    public void An_address_can_be_had_by_nobody_without_the_key()
    {
        var other = new PictureLinks(new Uri("https://deal.example.cn/"), [1, 2, 4]);
        var code = CodeOf(Links.For("posters/a.jpg"));

        Assert.That(code, Does.Match("^[0-9a-f]{32}$"));
        Assert.That(Links.Opens(code, "posters/a.jpg"), Is.True);
        Assert.That(other.Opens(code, "posters/a.jpg"), Is.False);
        Assert.That(Links.Opens(code, "posters/b.jpg"), Is.False, "a code opens one picture");
        Assert.That(Links.Opens("", "posters/a.jpg"), Is.False);
    }

    [Test]
    public void A_message_with_a_picture_tells_where_it_can_be_fetched()
    {
        using var folder = new TempFolder();
        var pictures = new PictureFiles(folder.Path, TimeProvider.System, Links);
        var name = pictures.Write(PictureFiles.Posters, "a.jpg", [1]);

        var image = (OutgoingMessage.Image)StoredMessage.OfImage(name).Open(pictures);

        Assert.That(image.PublicUrl, Is.EqualTo(Links.For(name)));
        Assert.That(image.PublicUrl!.AbsoluteUri, Does.Match("^https://deal.example.cn/p/[0-9a-f]{32}/posters/a.jpg$"));
    }

    private static string CodeOf(Uri address) => address.Segments[2].TrimEnd('/');
}
