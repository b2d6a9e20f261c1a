using DealBot.Simulators.Jd;

namespace DealBot.Simulators.Tests.Jd;

public sealed class JdRateLimitTests : JdSimulatorFixture
{
    [Test]
    public async Task Refuses_more_calls_than_a_second_allows()
    {
        var first = await Wire.ChannelAsync(1);
        var second = await Wire.ChannelAsync(1);
        var third = await Wire.ChannelAsync(1);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await Wire.ChannelAsync(1);

        Assert.That(
            new[] { first, second, third, later }.Select(answer => answer["code"]!.GetValue<int>()), Is.EqualTo([200, 200, 429, 200]));
    }

    private protected override JdSimulatorOptions Options() => base.Options() with { RequestsPerSecond = 2 };
}
