using DealBot.Contracts;
using DealBot.Host.Composition;
using DealBot.Host.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace DealBot.Host.Tests.Jobs;

public sealed class WarmupTests
{
    [TestCase(Language.Chinese, "DealBot 已启动：监听 http://127.0.0.1:0，1 个群，")]
    [TestCase(Language.English, "DealBot runs: listens on http://127.0.0.1:0, 1 groups, ")]
    public async Task Service_is_said_to_run_once_all_of_it_has_started(Language language, string shown)
    {
        using var folder = new ServiceFolder();
        using var foundation = await folder.LayAsync(new TestClock(Some.Morning));
        List<string> screen = [];
        await using var services = new ServiceCollection().AddLogging().AddDealBot(foundation)
            .AddSingleton(new OwnerScreen(language, screen.Add)).AddSingleton<Warmup>().BuildServiceProvider();
        var warmup = services.GetRequiredService<Warmup>();

        await warmup.StartAsync(CancellationToken.None);
        Assert.That(screen, Is.Empty, "an address that is taken may end the start yet");

        await warmup.StartedAsync(CancellationToken.None);
        Assert.That(screen.Single(), Does.StartWith(shown));
    }
}
