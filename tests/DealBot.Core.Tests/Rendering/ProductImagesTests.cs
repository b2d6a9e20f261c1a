using DealBot.Core.Rendering;
using DealBot.Core.Rendering.Images;
using DealBot.Core.Tests.Rendering.Images;
using DealBot.Imaging.Images;
using DealBot.Imaging.Rasterizing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Rendering;

public sealed class ProductImagesTests
{
    private static readonly Uri Allowed = new("https://img14.360buyimg.com/a.png");
    private static readonly LibrsvgRasterizer Rasterizer = new();
    private static readonly byte[] Red = Rasterizer.ToPng(
        """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="#f00"/></svg>""", PngOptions.Default);

    private FakeWeb _web = null!;
    private HttpClient _http = null!;
    private TempFolder _folder = null!;
    private TestClock _clock = null!;
    private ProductImages _images = null!;

    [SetUp]
    public void SetUp()
    {
        _web = new FakeWeb();
        _http = new HttpClient(_web);
        _folder = new TempFolder();
        _clock = new TestClock(Some.Shanghai("2026-06-01 09:00"));
        _images = Open();
    }

    [TearDown]
    public void TearDown()
    {
        _http.Dispose();
        _web.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task A_picture_comes_as_a_jpeg_of_our_own_and_is_fetched_once()
    {
        _web.Answer = _ => FakeWeb.File(Red);

        Assert.That(await _images.DataUriAsync(Allowed, default), Does.StartWith("data:image/jpeg;base64,"));
        Assert.That(await _images.DataUriAsync(Allowed, default), Is.Not.Null);
        Assert.That(_web.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Groups_that_post_one_deal_at_once_fetch_its_picture_once()
    {
        _web.Answer = _ => FakeWeb.File(Red);

        var pictures = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _images.DataUriAsync(Allowed, default))));

        Assert.That(pictures, Is.All.Not.Null);
        Assert.That(_web.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_restart_fetches_nothing_twice()
    {
        _web.Answer = _ => FakeWeb.File(Red);
        var before = await _images.DataUriAsync(Allowed, default);

        var after = await Open().DataUriAsync(Allowed, default);

        Assert.That(after, Is.EqualTo(before));
        Assert.That(_web.Asked, Has.Count.EqualTo(1));
    }

    [TestCase("https://evil.example/a.png")]
    [TestCase("http://127.0.0.1/a.png")]
    [TestCase("file:///etc/passwd")]
    [TestCase("data:image/png;base64,iVBORw0KGgo=")]
    public async Task Nothing_is_fetched_from_anywhere_else(string url)
    {
        Assert.That(await _images.DataUriAsync(new Uri(url), default), Is.Null);
        Assert.That(_web.Asked, Is.Empty);
    }

    [Test]
    public async Task A_deal_without_a_picture_has_none()
    {
        Assert.That(await _images.DataUriAsync(null, default), Is.Null);
        Assert.That(await _images.DataUriAsync(new Uri("a.png", UriKind.Relative), default), Is.Null);
    }

    [Test]
    public async Task A_picture_that_is_missing_or_none_is_asked_for_again_after_a_while()
    {
        Func<HttpResponseMessage>[] answers =
        [
            () => FakeWeb.File([.. Red, .. new byte[17 * 1024]]),
            () => new HttpResponseMessage(System.Net.HttpStatusCode.NotFound),
            () => new HttpResponseMessage { Content = new StringContent("<html>captcha</html>") },
            () => throw new HttpRequestException("refused"),
        ];
        foreach (var answer in answers)
        {
            _web.Answer = _ => answer();
            Assert.That(await _images.DataUriAsync(Allowed, default), Is.Null);
            Assert.That(await _images.DataUriAsync(Allowed, default), Is.Null);
            _clock.Now += TimeSpan.FromMinutes(6);
        }

        Assert.That(_web.Asked, Has.Count.EqualTo(answers.Length));
    }

    [Test]
    public void Stopping_the_host_is_no_missing_picture()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.That(async () => await _images.DataUriAsync(Allowed, stopped.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private ProductImages Open()
    {
        var options = new ImageOptions { MaxKilobytes = 16 };
        return new ProductImages(
            new PictureDownload(_http, new PictureHosts(options), options),
            new PicturePreparation(Rasterizer),
            new PictureStore(_folder.File("pictures"), 1_000_000, _clock, NullLogger<PictureStore>.Instance),
            new RecentPictures(_clock),
            NullLogger<ProductImages>.Instance);
    }
}
