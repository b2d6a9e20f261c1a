using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DealBot.CrashTrials.Trials;
using DealBot.Simulators.Jd;

namespace DealBot.CrashTrials.World;

/// <summary>
/// Members who follow the links of what was posted, all the time and from several sides at once, and sometimes buy. Each click has an address
/// and a user agent of its own, so that each is a visitor of its own: a click counted twice shows.
/// </summary>
internal sealed partial class Members(Killer killer, int seed) : IDisposable
{
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.54(0x18003631) NetType/5G Language/zh_CN Member/";
    private const double BuyShare = 0.15;
    private const int Crowd = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly ConcurrentDictionary<string, ClickCount> _clicks = new();
    private readonly Lock _lock = new();
    private readonly List<string> _codes = [];
    private int _number;

    /// <summary>Clicks by code: how many were tried, and how many were sent on.</summary>
    public IReadOnlyDictionary<string, ClickCount> Clicks => _clicks;

    /// <summary>Whether they buy at all.</summary>
    public bool Buy { get; set; } = true;

    /// <summary>Sees a message and remembers its links.</summary>
    public void Read(string text)
    {
        lock (_lock)
            _codes.AddRange(Links().Matches(text).Select(match => match.Groups["code"].Value));
    }

    /// <summary>Clicks until told to stop.</summary>
    /// <param name="address">Where the service listens now; null while it does not.</param>
    /// <param name="jd">Where links lead.</param>
    /// <param name="stop">Tells to stop.</param>
    public Task RunAsync(Func<Uri?> address, JdSimulator jd, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, Crowd).Select(member => Task.Run(() => WanderAsync(new Random((seed * 31) + member), address, jd, stop), CancellationToken.None)));

    /// <summary>Waits until so many more clicks were answered, or as long as that is worth waiting for.</summary>
    public async Task BusyAsync(int more, TimeSpan limit)
    {
        var aim = Answered() + more;
        for (var watch = Stopwatch.StartNew(); Answered() < aim && watch.Elapsed < limit;)
            await Task.Delay(Pause);
    }

    public void Dispose() => _http.Dispose();

    private int Answered() => _clicks.Sum(click => click.Value.Acknowledged);

    private async Task WanderAsync(Random random, Func<Uri?> address, JdSimulator jd, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (address() is { } service && Pick(random) is { } code && await ClickAsync(new Uri(service, $"/g/{code}"), code) is { } target && Buy && random.NextDouble() < BuyShare)
                await BuyAsync(target, jd, random.Next(1, 4));
            await Task.Delay(Pause * (0.5 + random.NextDouble()), CancellationToken.None);
        }
    }

    /// <summary>One click.</summary>
    /// <returns>Where it leads; null if the member was not sent on.</returns>
    private async Task<Uri?> ClickAsync(Uri link, string code)
    {
        var number = Interlocked.Increment(ref _number);
        var count = _clicks.GetOrAdd(code, _ => new ClickCount());
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        request.Headers.TryAddWithoutValidation("User-Agent", Phone + number.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}");
        count.Try();
        try
        {
            var answer = _http.SendAsync(request);
            await killer.MeetAsync(KillPhase.ClickSent);
            using var response = await answer;
            if (response.StatusCode != HttpStatusCode.Found)
                return null;

            count.Acknowledge();
            await killer.MeetAsync(KillPhase.ClickAnswered);
            return response.Headers.Location;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            // The service died under the request: nobody was told that it counts.
            return null;
        }
    }

    private async Task BuyAsync(Uri target, JdSimulator jd, int quantity)
    {
        try
        {
            using var page = await _http.GetAsync(target);
            if (page.Headers.TryGetValues(JdSimulator.VisitHeader, out var visit))
                jd.TryBuy(visit.Single(), quantity);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            // The page took too long on a busy machine: nothing is bought, and the member goes on.
        }
    }

    private string? Pick(Random random)
    {
        lock (_lock)
            return _codes.Count == 0 ? null : _codes[random.Next(_codes.Count)];
    }

    [GeneratedRegex("/g/(?<code>[0-9a-z]{11})")]
    private static partial Regex Links();
}
