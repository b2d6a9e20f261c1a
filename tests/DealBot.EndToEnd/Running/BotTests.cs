using System.Text.Json;

namespace DealBot.EndToEnd.Running;

/// <summary>The bot in the service as an owner runs it. What is written into a preview folder's inbox is what a chat would tell.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BotTests
{
    private const string Never = "0 0 3 1 1 ? 2099";
    private const string EveryTwoSeconds = "0/2 * * * * ?";

    [Test]
    public async Task Members_find_deals_with_the_groups_links_and_nobody_is_answered_twice_after_a_kill()
    {
        await using var shop = await Shop.OpenAsync(Never);
        shop.SwitchBotOn();
        await using (var service = await RunningService.StartAsync(shop.Path))
        {
            await Poll.UntilAsync(service.ReadyAsync, report => report?.GetProperty("deals").GetInt32() > 0, "ready with deals");
            shop.Say("somebody", "帮助");
            shop.Say("somebody", "找 家用");
            var answers = await shop.MessagesAsync(2);

            var found = answers.Select(answer => answer.Text).Single(text => text.StartsWith("找到", StringComparison.Ordinal));
            Assert.That(found, Does.Match(@"https://deal\.example\.cn/g/[0-9a-z]{11}"));
            using var response = await service.AskAsync(new Uri(found.Split('\n').First(line => line.StartsWith("https://", StringComparison.Ordinal))).AbsolutePath);
            Assert.That(response.Headers.Location!.AbsoluteUri, Does.StartWith(shop.Network.AbsoluteUri));
            await service.KillAsync();
        }

        await using var again = await RunningService.StartAsync(shop.Path);
        shop.Say("another", "帮助");
        var all = await shop.MessagesAsync(3);

        Assert.That(all, Has.Count.EqualTo(3));
        Assert.That(all.Select(message => message.Id), Is.Unique);
        Assert.That(await again.TerminateAsync(), Is.Zero, again.Said());
        Assert.That(again.Said(), Does.Not.Contain("[ERR]"));
    }

    [Test]
    public async Task Pause_holds_over_a_kill_until_the_owner_ends_it()
    {
        await using var shop = await Shop.OpenAsync(EveryTwoSeconds);
        shop.SwitchBotOn();
        await using (var service = await RunningService.StartAsync(shop.Path))
        {
            await shop.MessagesAsync(1);
            shop.Say("somebody", "暂停");
            shop.Say("boss", "暂停");
            await Poll.UntilAsync(() => Task.FromResult(shop.Messages()), messages => messages.Any(IsPaused), "the pause confirmed");
            await service.KillAsync();
        }

        var before = shop.Messages().Count;
        await using var again = await RunningService.StartAsync(shop.Path);
        var ready = await Poll.UntilAsync(again.ReadyAsync, report => report?.GetProperty("figures").GetProperty("lastDay").TryGetProperty("skipped", out var skipped) == true && skipped.GetInt32() > 3, "slots skipped");
        var groups = await DealBotProcess.RunAsync(shop.Path, "groups", "--json");

        Assert.That(shop.Messages().Count(message => message.Text.StartsWith("好价", StringComparison.Ordinal)) - CountOfPosts(shop, before), Is.LessThanOrEqualTo(1));
        Assert.That(ready!.Value.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()), Does.Contain("group_paused"));
        Assert.That(JsonElement.Parse(groups.Output)[0].GetProperty("paused").GetBoolean(), Is.True, groups.Errors);

        shop.Say("boss", "恢复");
        await Poll.UntilAsync(() => Task.FromResult(shop.Messages()), messages => messages[^1].Text.StartsWith("好价", StringComparison.Ordinal), "posts again");
    }

    private static bool IsPaused((string Id, string Text) message) => message.Text.Contains("已暂停推送", StringComparison.Ordinal);

    /// <summary>Posts among the first messages; one that was on its way when the pause was ordered may still have come.</summary>
    private static int CountOfPosts(Shop shop, int first) => shop.Messages().Take(first).Count(message => message.Text.StartsWith("好价", StringComparison.Ordinal));
}
