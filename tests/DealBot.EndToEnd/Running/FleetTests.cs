using System.Text.Json;
using System.Text.RegularExpressions;

namespace DealBot.EndToEnd.Running;

/// <summary>One service with groups on six platforms at once.</summary>
public sealed partial class FleetTests
{
    private const string Never = "0 0 3 1 1 ? 2099";

    private Fleet _fleet = null!;
    private Shop _shop = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _fleet = await Fleet.StartAsync();
        _shop = await Shop.OpenAsync(Never);
        _shop.PostThrough(_fleet.Settings(), Fleet.Channels);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _shop.DisposeAsync();
        await _fleet.DisposeAsync();
    }

    [Test]
    public async Task A_slot_reaches_every_group_once_also_over_a_kill_with_a_link_of_its_own_and_no_secret_is_told()
    {
        await using (var service = await RunningService.StartAsync(_shop.Path))
        {
            await Poll.UntilAsync(service.ReadyAsync, report => report?.GetProperty("deals").GetInt32() > 0, "ready with deals");
            await _shop.PostOnceAsync(service);
            await Poll.UntilAsync(() => Task.FromResult(_fleet.Received()), received => received.Values.All(messages => messages.Count > 0), "a post on every platform");
            await Poll.UntilAsync(service.ReadyAsync, report => Sent(report) == Fleet.Channels.Count, "all on record as sent");
            Assert.That(service.Said(), Does.Not.Contain("[ERR]"));
            AssertNoSecretIn(service.Said());
            await service.KillAsync();
        }

        await using var again = await RunningService.StartAsync(_shop.Path);
        await Poll.UntilAsync(again.ReadyAsync, report => report is not null, "ready again");
        Assert.That(await again.TerminateAsync(), Is.Zero, again.Said());

        var texts = _fleet.Received().Select(platform => platform.Value.Single()).ToList();
        Assert.That(texts, Is.All.StartsWith("好价"));
        Assert.That(texts.Select(text => Link().Match(text).Value), Is.Unique.And.None.Empty);
    }

    [Test]
    public async Task Members_are_counted_where_the_platform_tells_and_said_not_to_be_told_elsewhere()
    {
        await using var service = await RunningService.StartAsync(_shop.Path);

        var members = await Poll.UntilAsync(MembersAsync, counted => counted.Values.Count(count => count is not null) == 3, "three platforms counted");
        var shown = await DealBotProcess.RunAsync(_shop.Path, "groups", "--lang", "en");

        Assert.That(members.Where(count => count.Value is not null).Select(count => count.Key), Is.EquivalentTo(new[] { "onebot", "telegram", "wechaty" }));
        Assert.That((members["onebot"], members["wechaty"]), Is.EqualTo((3, 2)), "what the platforms say");
        Assert.That(shown.Output.Split('\n').Where(line => line.Contains("not told", StringComparison.Ordinal)).Select(line => Group().Match(line).Value), Is.EquivalentTo(new[] { "wecom", "dingtalk", "feishu" }));

        async Task<Dictionary<string, int?>> MembersAsync() =>
            JsonElement.Parse((await DealBotProcess.RunAsync(_shop.Path, "groups", "--json")).Output).EnumerateArray().ToDictionary(
                group => group.GetProperty("id").GetString()!,
                group => group.TryGetProperty("members", out var count) && count.ValueKind == JsonValueKind.Number ? count.GetInt32() : (int?)null);
    }

    [Test]
    public async Task Check_and_dry_run_know_every_platform_and_post_to_none()
    {
        var check = await DealBotProcess.RunAsync(_shop.Path, "check", "--lang", "en");

        Assert.That(check.Code, Is.Zero, check.Errors);
        foreach (var (adapter, address) in Fleet.Channels)
        {
            Assert.That(check.Output, Does.Match($"(?m)^ *group {adapter} {adapter}/{address} .*quota: account: \\d+"));
            var dry = await DealBotProcess.RunAsync(_shop.Path, "post", "--group", adapter, "--dry-run", "--lang", "en");
            Assert.That(dry.Code, Is.Zero, dry.Errors);
            Assert.That(dry.Output, Does.Contain("The calls that would be made").And.Match(@"(?m)^(POST|MessageSendText) http://127\.0\.0\.1:").And.Contain("好价"), adapter);
            AssertNoSecretIn(dry.Output);
        }

        AssertNoSecretIn(check.Output);
        Assert.That(_fleet.Received().Values, Is.All.Empty);
    }

    private static int Sent(JsonElement? report) =>
        report?.GetProperty("figures").GetProperty("lastDay").TryGetProperty("sent", out var sent) == true ? sent.GetInt32() : 0;

    private static void AssertNoSecretIn(string text) => Assert.Multiple(() =>
    {
        foreach (var secret in Fleet.Secrets)
        {
            Assert.That(text, Does.Not.Contain(secret));
        }
    });

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Group();

    [GeneratedRegex(@"https://deal\.example\.cn/g/[0-9a-z]{11}")]
    private static partial Regex Link();
}
