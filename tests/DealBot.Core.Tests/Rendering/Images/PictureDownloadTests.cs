using System.Net;
using DealBot.Core.Rendering;
using DealBot.Core.Rendering.Images;

namespace DealBot.Core.Tests.Rendering.Images;

public sealed class PictureDownloadTests
{
    private static readonly Uri Start = new("https://img14.360buyimg.com/0");

    private FakeWeb _web = null!;
    private HttpClient _http = null!;
    private PictureDownload _download = null!;

    [SetUp]
    public void SetUp()
    {
        _web = new FakeWeb();
        _http = new HttpClient(_web);
        var options = new ImageOptions { MaxKilobytes = 16 };
        _download = new PictureDownload(_http, new PictureHosts(options), options);
    }

    [TearDown]
    public void TearDown()
    {
        _http.Dispose();
        _web.Dispose();
    }

    [Test]
    public async Task Follows_three_redirects_among_allowed_hosts()
    {
        _web.Answer = url => url.AbsolutePath switch
        {
            "/0" => FakeWeb.Redirect("https://img.alicdn.com/1"),
            "/1" => FakeWeb.Redirect("/2"),
            "/2" => FakeWeb.Redirect("http://img.alicdn.com/3"),
            _ => FakeWeb.File([7]),
        };

        Assert.That((await _download.FetchAsync(Start, default)).File, Is.EqualTo(new byte[] { 7 }));
    }

    [TestCase("http://169.254.169.254/latest/meta-data")]
    [TestCase("https://evil.example/a.png")]
    [TestCase("file:///etc/passwd")]
    [TestCase("https://img14.360buyimg.com:22/")]
    [TestCase("//")]
    [TestCase("//a:99999/")]
    public async Task Redirect_to_anywhere_else_is_not_followed(string location)
    {
        _web.Answer = _ => FakeWeb.Redirect(location);

        var fetched = await _download.FetchAsync(Start, default);

        Assert.That((fetched.File, fetched.Fault), Is.EqualTo(((byte[]?)null, fetched.Fault)));
        Assert.That(fetched.Fault, Does.StartWith("redirected: "));
        Assert.That(_web.Asked, Is.EqualTo(new[] { Start }));
    }

    [Test]
    public async Task Circle_of_redirects_ends()
    {
        _web.Answer = url => FakeWeb.Redirect(url.AbsoluteUri);

        Assert.That((await _download.FetchAsync(Start, default)).Fault, Is.EqualTo("more than 3 redirects"));
        Assert.That(_web.Asked, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Faults_are_named()
    {
        (Func<HttpResponseMessage> Answer, string Fault)[] cases =
        [
            (() => new HttpResponseMessage(HttpStatusCode.NotFound), "HTTP 404"),
            (() => new HttpResponseMessage(HttpStatusCode.Found), "HTTP 302"),
            (() => FakeWeb.File(new byte[(16 * 1024) + 1]), "larger than 16 KB"),
            (() => new HttpResponseMessage { Content = new StreamContent(new Endless()) }, "larger than 16 KB"),
            (() => throw new HttpRequestException("connection refused"), "connection refused"),
            (() => throw new TaskCanceledException(), "no picture within 8 seconds"),
        ];
        foreach (var (answer, fault) in cases)
        {
            _web.Answer = _ => answer();
            Assert.That((await _download.FetchAsync(Start, default)).Fault, Is.EqualTo(fault));
        }
    }

    /// <summary>A body that never says its length nor ends.</summary>
    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
