namespace DealBot.Templating.Tests;

/// <summary>A clock that always shows noon in Shanghai on 18 June 2026.</summary>
internal sealed class FixedClock : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("Shanghai", TimeSpan.FromHours(8), null, null);

    public override DateTimeOffset GetUtcNow() => new(2026, 6, 18, 4, 0, 0, TimeSpan.Zero);
}
