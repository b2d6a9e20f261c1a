using System.Net;
using System.Net.Sockets;
using DealBot.Core.Clicks;

namespace DealBot.Host.Web;

/// <summary>
/// Lets each address have so many requests a second, and so many at once. Every address has a place in a table of fixed size, so that
/// memory is bounded whoever asks; two that fall on one place share what it lets through. A place holds one number: the moment by which
/// all requests so far would have come if they had kept to the rate (the generic cell rate algorithm). An IPv6 subscriber is a /64.
/// </summary>
public sealed class AddressThrottle
{
    private const int Places = 65_536;
    private const int SubscriberBytes = 8;

    private static readonly TimeSpan BetweenWords = TimeSpan.FromMinutes(1);

    private readonly long[] _due = new long[Places];
    private readonly TimeProvider _time;
    private readonly ILogger<AddressThrottle> _logger;
    private readonly long _interval;
    private readonly long _ahead;
    private long _refused;
    private long _lastWord;

    public AddressThrottle(WebOptions options, TimeProvider time, ILogger<AddressThrottle> logger)
    {
        (_time, _logger) = (time, logger);
        _interval = Math.Max(1, time.TimestampFrequency / options.PerAddressPerSecond);
        _ahead = _interval * options.PerAddressBurst;
        _lastWord = time.GetTimestamp() - (long)(BetweenWords.TotalSeconds * time.TimestampFrequency);
    }

    /// <summary>Whether an address may have one more request.</summary>
    public bool Admits(IPAddress address)
    {
        var now = _time.GetTimestamp();
        ref var due = ref _due[PlaceOf(address)];
        while (true)
        {
            var before = Volatile.Read(ref due);
            var after = Math.Max(now, before) + _interval;
            if (after - now > _ahead)
            {
                Refuse(now);
                return false;
            }

            if (Interlocked.CompareExchange(ref due, after, before) == before)
            {
                return true;
            }
        }
    }

    private static int PlaceOf(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var length);
        var hash = default(HashCode);
        hash.AddBytes(bytes[..(address.AddressFamily == AddressFamily.InterNetwork ? length : SubscriberBytes)]);
        return (int)((uint)hash.ToHashCode() % Places);
    }

    /// <summary>Says so once a minute at most, and not who: addresses are in no log.</summary>
    private void Refuse(long now)
    {
        Interlocked.Increment(ref _refused);
        var last = Volatile.Read(ref _lastWord);
        if (_time.GetElapsedTime(last, now) >= BetweenWords && Interlocked.CompareExchange(ref _lastWord, now, last) == last)
        {
            ClickEvents.PutOff(_logger, Interlocked.Exchange(ref _refused, 0));
        }
    }
}
