using System.Text.Json.Nodes;
using DealBot.Simulators.WeCom;

namespace DealBot.EndToEnd.Running;

/// <summary>What is told of a group before anything is posted to it.</summary>
public sealed class GroupCheckTests
{
    private const string Key = "11111111-2222-4333-8444-555555555555";
    private const string WrongKey = "99999999-2222-4333-8444-555555555555";

    private WeComSimulator _weCom = null!;
    private Shop _shop = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _weCom = await WeComSimulator.StartAsync(new WeComSimulatorOptions { Robots = new Dictionary<string, string> { [Key] = "宝妈群" } }, CancellationToken.None);
        _shop = await Shop.OpenAsync("0 0 3 * * ?");
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _shop.DisposeAsync();
        await _weCom.DisposeAsync();
    }

    [Test]
    public async Task Check_tells_of_each_group_whether_it_can_be_reached_and_what_its_quota_is()
    {
        _shop.PostThrough(_weCom.BaseAddress, Key);

        var ended = await CheckAsync();

        Assert.That(ended.Output, Does.Match("group mama-1 wecom/robot-1 can be reached ✓.*quota: account: 20 a minute").And.Match("digest li preview/owner can be reached ✓.*no quota"), ended.Errors);
        Assert.That(_weCom.Received, Is.Empty, "nothing was posted");
    }

    [Test]
    public async Task Check_names_the_group_and_the_field_that_is_wrong_and_goes_on_with_the_others()
    {
        _shop.PostThrough(_weCom.BaseAddress, WrongKey);

        var ended = await CheckAsync();

        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors, Does.Match("group mama-1 wecom/robot-1 .*Key: ").And.Not.Contain(WrongKey));
        Assert.That(ended.Output, Does.Contain("digest li preview/owner can be reached ✓"));
    }

    [Test]
    public async Task Dry_run_shows_the_post_and_below_it_the_very_calls_without_the_key_and_posts_nothing()
    {
        _shop.PostThrough(_weCom.BaseAddress, Key);

        var ended = await DealBotProcess.RunAsync(_shop.Path, "post", "--group", "mama-1", "--dry-run", "--lang", "en");

        Assert.That(ended.Code, Is.Zero, ended.Errors);
        Assert.That(ended.Output, Does.Contain("The calls that would be made, secrets as ***:").And.Match(@"POST http://[^ ]+/cgi-bin/webhook/send\?key=\*\*\*").And.Contain("\"msgtype\":\"text\""));
        Assert.That(ended.Output, Does.Not.Contain(Key));
        Assert.That(_weCom.Received, Is.Empty);
    }

    /// <summary>DingTalk posts only what holds one of its robot's keywords, and nobody is asked here.</summary>
    [Test]
    public async Task Dry_run_shows_what_would_be_refused_and_says_so()
    {
        var robot = new JsonObject { ["AccessToken"] = new string('d', 64), ["Keywords"] = new JsonArray("内购") };
        _shop.PostThrough(new JsonObject { ["DingTalk"] = new JsonObject { ["Robots"] = new JsonObject { ["robot"] = robot } } }, [("dingtalk", "robot")]);

        var ended = await DealBotProcess.RunAsync(_shop.Path, "post", "--group", "dingtalk", "--dry-run", "--lang", "en");

        Assert.That(ended.Code, Is.EqualTo(1), ended.Output);
        Assert.That(ended.Output, Does.Contain("\"msgtype\":\"text\""));
        Assert.That(ended.Errors, Does.Contain("this would not go out: The message holds none of the robot's keywords (内购)"));
    }

    private Task<Ended> CheckAsync() => DealBotProcess.RunAsync(_shop.Path, "check", "--lang", "en");
}
