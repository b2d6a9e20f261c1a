using System.Net;
using DealBot.Core.Posting;

namespace DealBot.Host.Tests.Web;

/// <summary>Pictures by a public address, for platforms that fetch them.</summary>
public sealed class PictureEndpointTests
{
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private WebStage _stage = null!;

    [SetUp]
    public async Task OpenAsync() => _stage = await WebStage.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _stage.DisposeAsync();

    [Test]
    public async Task Picture_is_fetched_from_the_address_that_its_message_holds()
    {
        using var response = await _stage.AskAsync(PathOf(Write()));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.EqualTo(Png));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("image/png"), "by its content: the name says jpg");
        Assert.That(response.Headers.CacheControl?.ToString(), Is.EqualTo("public, max-age=604800"));
        Assert.That(response.Headers.GetValues("X-Robots-Tag"), Is.EqualTo(new[] { "noindex, nofollow" }));
        Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
    }

    [Test]
    public async Task Head_gives_the_length_and_no_picture()
    {
        using var response = await _stage.AskAsync(PathOf(Write()), "HEAD");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentLength, Is.EqualTo(Png.Length));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [Test]
    public async Task Picture_that_somebody_has_is_not_sent_again()
    {
        var path = PathOf(Write());
        using var first = await _stage.AskAsync(path);

        using var second = await _stage.AskAsync(path, headers: ("If-None-Match", first.Headers.ETag!.Tag));

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [TestCase("/p/{code}/posters/b.jpg")]
    [TestCase("/p/{code}/posters/")]
    [TestCase("/p/{code}/posters/../posters/b.jpg")]
    [TestCase("/p/{code}/..%2fdealbot.db")]
    [TestCase("/p/{code}")]
    [TestCase("/p/00000000000000000000000000000000/posters/a.jpg")]
    [TestCase("/p//posters/a.jpg")]
    [TestCase("/p/posters/a.jpg")]
    public async Task Nobody_gets_what_he_was_given_no_address_of(string path)
    {
        var code = Links.For(Write()).Segments[2].TrimEnd('/');
        Write("b.jpg");

        using var response = await _stage.AskAsync(path.Replace("{code}", code, StringComparison.Ordinal));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(response.Headers.CacheControl?.ToString(), Is.EqualTo("no-store"));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
    }

    [Test]
    public async Task Picture_that_was_deleted_is_not_found_and_neither_is_what_is_none()
    {
        using var gone = await _stage.AskAsync(PathOf("posters/gone.jpg"));
        using var none = await _stage.AskAsync(PathOf(_stage.Get<PictureFiles>().Write(PictureFiles.Posters, "c.jpg", "<script>"u8)));

        Assert.That((gone.StatusCode, none.StatusCode), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
    }

    private PictureLinks Links => _stage.Get<PictureLinks>();

    private string Write(string file = "a.jpg") => _stage.Get<PictureFiles>().Write(PictureFiles.Posters, file, Png);

    private string PathOf(string name) => Links.For(name).AbsolutePath;
}
