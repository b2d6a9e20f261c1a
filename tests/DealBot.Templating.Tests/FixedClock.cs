namespace DealBot.Templating.Tests;

/// <summary>A clock that always shows the same moment in Shanghai: noon on 18 June 2026, unless another is given.</summary>
internal sealed class FixedClock(DateTimeOffset? now = null) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("Shanghai", TimeSpan.FromHours(8), null, null);

    public override DateTimeOffset GetUtcNow() => (now ?? new DateTimeOffset(2026, 6, 18, 4, 0, 0, TimeSpan.Zero)).ToUniversalTime();
}
