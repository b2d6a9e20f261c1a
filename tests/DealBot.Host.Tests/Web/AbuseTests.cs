using System.Net;
using System.Net.Sockets;
using System.Text;
using DealBot.Host.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Tests.Web;

/// <summary>Strangers who ask too much, too slowly, or for too long.</summary>
public sealed class AbuseTests
{
    [Test]
    public async Task Address_that_asks_too_fast_is_put_off_and_nobody_else()
    {
        // Time stands still: on a machine that is busy enough six requests take as long as it takes to be let in again.
        var throttle = new AddressThrottle(new WebOptions { PerAddressPerSecond = 1, PerAddressBurst = 3 }, new Stopped(), NullLogger<AddressThrottle>.Instance);
        await using var stage = await WebStage.OpenAsync(services => services.AddSingleton(throttle));

        var answers = new List<HttpStatusCode>();
        for (var request = 0; request < 6; request++)
        {
            using var response = await stage.AskAsync($"/g/{WebStage.Code}", headers: ("X-Forwarded-For", "203.0.113.7"));
            answers.Add(response.StatusCode);
        }

        using var other = await stage.AskAsync($"/g/{WebStage.Code}", headers: ("X-Forwarded-For", "203.0.113.8"));
        using var late = await stage.AskAsync($"/g/{WebStage.Code}", headers: ("X-Forwarded-For", "203.0.113.7"));

        Assert.That(answers.Take(3), Is.All.EqualTo(HttpStatusCode.Found));
        Assert.That(answers[^1], Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(late.Headers.RetryAfter?.Delta, Is.Not.Null);
        Assert.That(await late.Content.ReadAsStringAsync(), Does.Contain("点得太快了"));
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.Found));
    }

    [Test]
    public void Rate_is_kept_over_time_and_a_pause_gives_the_burst_back()
    {
        var clock = new Stopped();
        var throttle = new AddressThrottle(new WebOptions { PerAddressPerSecond = 10, PerAddressBurst = 5 }, clock, NullLogger<AddressThrottle>.Instance);
        var address = IPAddress.Parse("203.0.113.7");
        int Admitted(int requests) => Enumerable.Range(0, requests).Count(_ => throttle.Admits(address));

        Assert.That(Admitted(20), Is.EqualTo(5));
        clock.Advance(TimeSpan.FromMilliseconds(250));
        Assert.That(Admitted(20), Is.EqualTo(2));
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.That(Admitted(20), Is.EqualTo(5));
    }

    [Test]
    public void One_subscriber_of_IPv6_is_one_whatever_address_he_takes()
    {
        var throttle = new AddressThrottle(new WebOptions { PerAddressPerSecond = 1, PerAddressBurst = 2 }, new Stopped(), NullLogger<AddressThrottle>.Instance);

        var admitted = Enumerable.Range(1, 10).Count(host => throttle.Admits(IPAddress.Parse($"2001:db8:0:1::{host:x}")));

        Assert.That(admitted, Is.EqualTo(2));
    }

    [Test]
    public async Task Proxy_that_is_not_trusted_can_not_say_who_somebody_is()
    {
        var forwarded = Limits.Forwarded(new WebOptions { TrustedProxies = ["172.17.0.0/16"] });

        Assert.That(forwarded.KnownIPNetworks.Any(network => network.Contains(IPAddress.Parse("172.17.0.1"))), Is.True);
        Assert.That(forwarded.KnownIPNetworks.Any(network => network.Contains(IPAddress.Parse("203.0.113.7"))), Is.False);
        await Task.CompletedTask;
    }

    [TestCase("GET /g/{code}?{long} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "HTTP/1.1 414")]
    [TestCase("GET /g/{code} HTTP/1.1\r\nHost: x\r\nX-Long: {long}{long}{long}{long}\r\nConnection: close\r\n\r\n", "HTTP/1.1 431")]
    [TestCase("GET /g/{code} HTTP/1.1\r\nHost: x\r\n{many}Connection: close\r\n\r\n", "HTTP/1.1 431")]
    [TestCase("GET /g/{code} HTTP/1.1\r\nHost : x\r\nConnection: close\r\n\r\n", "HTTP/1.1 400")]
    [TestCase("GET /g/{code} HTTP/1.1\r\nConnection: close\r\n\r\n", "HTTP/1.1 400")]
    [TestCase("NONSENSE\r\n\r\n", "HTTP/1.1 400")]
    public async Task Request_that_is_too_long_or_none_is_refused(string request, string answer)
    {
        await using var stage = await WebStage.OpenAsync();
        using var client = await ConnectAsync(stage);
        request = request.Replace("{code}", WebStage.Code, StringComparison.Ordinal).Replace("{long}", new string('a', 2100), StringComparison.Ordinal)
            .Replace("{many}", string.Concat(Enumerable.Range(0, 60).Select(n => $"X-{n}: a\r\n")), StringComparison.Ordinal);

        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(client.GetStream());

        Assert.That(await reader.ReadToEndAsync(), Does.StartWith(answer));
        Assert.That(stage.Clicks(), Is.Empty);
    }

    [Test]
    public async Task Two_hundred_who_never_finish_their_request_keep_nobody_out()
    {
        await using var stage = await WebStage.OpenAsync();
        var dribblers = new List<TcpClient>();
        try
        {
            for (var number = 0; number < 200; number++)
            {
                var client = await ConnectAsync(stage);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /g/{WebStage.Code} HTTP/1.1\r\nX-{number}: "));
                dribblers.Add(client);
            }

            using var response = await stage.AskAsync($"/g/{WebStage.Code}");

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Found));
            Assert.That(stage.Clicks(), Has.Count.EqualTo(1));
        }
        finally
        {
            dribblers.ForEach(client => client.Dispose());
        }
    }

    private static async Task<TcpClient> ConnectAsync(WebStage stage)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, stage.Http.BaseAddress!.Port);
        return client;
    }

    /// <summary>A clock whose time stamps, too, stand still until it is moved.</summary>
    private sealed class Stopped : TimeProvider
    {
        private long _ticks = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }
}
