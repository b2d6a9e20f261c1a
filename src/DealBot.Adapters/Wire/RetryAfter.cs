using System.Net.Http.Headers;

namespace DealBot.Adapters.Wire;

/// <summary>How long an answer asks to be left alone: its <c>Retry-After</c> header (RFC 9110, 10.2.3), in seconds or as a date.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The time asked for, a day at most; <paramref name="usual"/> if none is, or one that has passed.</summary>
    public static TimeSpan Of(RetryConditionHeaderValue? header, TimeSpan usual, DateTimeOffset now)
    {
        var asked = header?.Delta ?? header?.Date - now;
        return asked is not { } time || time <= TimeSpan.Zero ? usual : time < Longest ? time : Longest;
    }
}
