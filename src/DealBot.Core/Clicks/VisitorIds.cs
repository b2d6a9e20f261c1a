using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace DealBot.Core.Clicks;

/// <summary>
/// Names visitors without keeping who they are: a keyed hash of address and user agent, cut to 16 hex digits. Each local day has a key of
/// its own, so that nobody can be followed from one day to the next, and a visitor counts once a day.
/// </summary>
public sealed class VisitorIds(byte[] key, TimeZoneInfo zone)
{
    private const int MostKnown = 50_000;

    private Day? _day;

    public string For(IPAddress address, string userAgent, DateTimeOffset at)
    {
        var day = Volatile.Read(ref _day);
        if (day is null || !day.Holds(at))
        {
            Volatile.Write(ref _day, day = Day.Of(key, at, zone));
        }

        return day.IdOf(address, userAgent);
    }

    private sealed class Day(DateTimeOffset from, DateTimeOffset until, byte[] key)
    {
        private readonly ConcurrentDictionary<(IPAddress Address, string UserAgent), string> _known = new();

        public static Day Of(byte[] key, DateTimeOffset at, TimeZoneInfo zone)
        {
            var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
            var name = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return new Day(StartOf(date, zone), StartOf(date.AddDays(1), zone), HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(name)));
        }

        public bool Holds(DateTimeOffset at) => at >= from && at < until;

        public string IdOf(IPAddress address, string userAgent)
        {
            if (_known.TryGetValue((address, userAgent), out var known))
            {
                return known;
            }

            var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{address}\n{userAgent}"));
            var id = Convert.ToHexStringLower(hash, 0, 8);
            if (userAgent.Length > UserAgentRules.LongestRemembered)
            {
                return id;
            }

            if (_known.Count >= MostKnown)
            {
                _known.Clear();
            }

            _known[(address, userAgent)] = id;
            return id;
        }

        private static DateTimeOffset StartOf(DateOnly date, TimeZoneInfo zone)
        {
            var midnight = date.ToDateTime(TimeOnly.MinValue);
            return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
        }
    }
}
