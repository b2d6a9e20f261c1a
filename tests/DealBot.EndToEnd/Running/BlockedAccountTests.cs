using System.Text.RegularExpressions;
using DealBot.Simulators.WeCom;

namespace DealBot.EndToEnd.Running;

/// <summary>A robot whose key WeCom does not take, from the first refusal to the first post.</summary>
public sealed partial class BlockedAccountTests
{
    private const string GoodKey = "11111111-2222-4333-8444-555555555555";
    private const string WrongKey = "99999999-2222-4333-8444-555555555555";

    [Test]
    public async Task A_robot_with_a_wrong_key_is_left_alone_its_owner_is_told_and_with_the_right_key_it_posts()
    {
        await using var weCom = await WeComSimulator.StartAsync(
            new WeComSimulatorOptions { Robots = new Dictionary<string, string> { [GoodKey] = "宝妈群" } }, CancellationToken.None);
        await using var shop = await Shop.OpenAsync("0/5 * * * * ?");
        shop.PostThrough(weCom.BaseAddress, WrongKey);
        await using (var service = await RunningService.StartAsync(shop.Path))
        {
            var told = await Poll.UntilAsync(() => Task.FromResult(shop.MessagesAt("owner")), messages => messages.Any(IsOfTheRobot), "the owner is told");
            Assert.That(told.First(IsOfTheRobot).Text, Does.Contain("dealbot accounts resume wecom/robot-1"));
            Assert.That(weCom.Calls, Is.EqualTo(1), "nothing is posted to a robot that is stopped");

            var shown = await DealBotProcess.RunAsync(shop.Path, "accounts");

            // The one call counts for a minute, which is over by now where the machine is busy enough.
            Assert.That(shown.Output, Does.Match("wecom/robot-1 .*停发.*(19|20)/20 每分钟").And.Match("preview/owner .*正常"), shown.Errors);

            var resumed = await DealBotProcess.RunAsync(shop.Path, "accounts", "resume", "wecom/robot-1");
            Assert.That((resumed.Code, resumed.Output.Trim()), Is.EqualTo((0, "wecom/robot-1 会用下一条消息再试")), resumed.Errors);
            await Poll.UntilAsync(() => Task.FromResult(weCom.Calls), calls => calls == 2, "one try");
            await service.TerminateAsync();
        }

        shop.PostThrough(weCom.BaseAddress, GoodKey);
        await using var mended = await RunningService.StartAsync(shop.Path);

        await Poll.UntilAsync(() => Task.FromResult(weCom.Received), received => received.Count > 0, "a post with the right key");

        // WeCom has it before the service has its answer, and the account is being tried until then.
        await Poll.UntilAsync(async () => (await DealBotProcess.RunAsync(shop.Path, "accounts", "--lang", "en")).Output, shown => Works().IsMatch(shown), "an account that posts");
    }

    [TestCase("robot-1", 2)]
    [TestCase("preview/demo", 1)]
    [TestCase("preview/nobody", 1)]
    public async Task An_account_that_is_none_or_posts_as_usual_is_not_resumed(string account, int code)
    {
        await using var shop = await Shop.OpenAsync("0 0 3 * * ?");

        var ended = await DealBotProcess.RunAsync(shop.Path, "accounts", "resume", account);

        Assert.That(ended.Code, Is.EqualTo(code));
        Assert.That(ended.Errors, Does.StartWith(account).Or.StartWith($"没有账号 {account}；"));
    }

    private static bool IsOfTheRobot((string Id, string Text) message) => message.Text.Contains("wecom/robot-1 停发", StringComparison.Ordinal);

    [GeneratedRegex("wecom/robot-1 .*(slowed to|normal)")]
    private static partial Regex Works();
}
