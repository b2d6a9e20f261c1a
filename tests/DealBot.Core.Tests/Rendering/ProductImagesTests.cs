using System.Net;
using DealBot.Core.Rendering;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Rendering;

public sealed class ProductImagesTests
{
    private static readonly Uri Allowed = new("https://img14.360buyimg.com/a.png");
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private FakeWeb _web = null!;
    private HttpClient _http = null!;
    private ProductImages _images = null!;

    [SetUp]
    public void SetUp()
    {
        _web = new FakeWeb();
        _http = new HttpClient(_web);
        _images = new ProductImages(_http, new ImageOptions { MaxKilobytes = 16 }, NullLogger<ProductImages>.Instance);
    }

    [TearDown]
    public void TearDown()
    {
        _http.Dispose();
        _web.Dispose();
    }

    [Test]
    public async Task A_picture_comes_as_a_data_uri_and_is_fetched_once()
    {
        _web.Answer = () => new HttpResponseMessage { Content = new ByteArrayContent(Png) };

        Assert.That(await _images.DataUriAsync(Allowed, default), Does.StartWith("data:image/png;base64,"));
        Assert.That(await _images.DataUriAsync(Allowed, default), Is.Not.Null);
        Assert.That(_web.Asked, Has.Count.EqualTo(1));
    }

    [TestCase("https://evil.example/a.png")]
    [TestCase("https://360buyimg.com.evil.example/a.png")]
    [TestCase("https://evil360buyimg.com/a.png")]
    [TestCase("http://127.0.0.1/a.png")]
    [TestCase("file:///etc/passwd")]
    [TestCase("ftp://img14.360buyimg.com/a.png")]
    public async Task Nothing_is_fetched_from_anywhere_else(string url)
    {
        Assert.That(await _images.DataUriAsync(new Uri(url), default), Is.Null);
        Assert.That(_web.Asked, Is.Empty);
    }

    [Test]
    public async Task A_deal_without_a_picture_has_none() => Assert.That(await _images.DataUriAsync(null, default), Is.Null);

    [Test]
    public async Task A_picture_that_is_too_large_missing_or_no_picture_is_left_out_and_asked_for_again_next_time()
    {
        Func<HttpResponseMessage>[] answers =
        [
            () => new HttpResponseMessage { Content = new ByteArrayContent([.. Png, .. new byte[17 * 1024]]) },
            () => new HttpResponseMessage(HttpStatusCode.NotFound),
            () => new HttpResponseMessage { Content = new StringContent("<html>captcha</html>") },
            () => throw new HttpRequestException("refused"),
        ];
        foreach (var answer in answers)
        {
            _web.Answer = answer;
            Assert.That(await _images.DataUriAsync(Allowed, default), Is.Null);
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

    private sealed class FakeWeb : HttpMessageHandler
    {
        public Func<HttpResponseMessage> Answer { get; set; } = () => new HttpResponseMessage();

        public List<Uri> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Asked.Add(request.RequestUri!);
            return Task.FromResult(Answer());
        }
    }
}
