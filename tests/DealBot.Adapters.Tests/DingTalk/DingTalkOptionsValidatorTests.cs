using DealBot.Adapters.DingTalk;
using DealBot.Contracts;
using Microsoft.Extensions.Configuration;

namespace DealBot.Adapters.Tests.DingTalk;

public sealed class DingTalkOptionsValidatorTests
{
    private static readonly Uri Root = new("https://oapi.dingtalk.com");

    [Test]
    public void Passes_good_options() => Assert.That(DingTalkOptionsValidator.Validate(DingTalkStage.OptionsFor(Root)), Is.Empty);

    [TestCase("")]
    [TestCase("0123456789")]
    [TestCase(DingTalkStage.Token + "\n")]
    [TestCase("https://oapi.dingtalk.com/robot/send?access_token=" + DingTalkStage.Token)]
    public void Refuses_a_token_of_another_shape_without_showing_it(string token)
    {
        var fault = Faults(new DingTalkRobot { AccessToken = token }).Single();

        Assert.That((fault.Path, fault.Value), Is.EqualTo(("Robots.main.AccessToken", (string?)null)));
        Assert.That($"{fault}", Does.Not.Contain(DingTalkStage.Token));
    }

    [Test]
    public void Recognises_a_whole_webhook_address_and_says_what_to_keep()
    {
        var fault = Faults(new DingTalkRobot { AccessToken = $"https://oapi.dingtalk.com/robot/send?access_token={DingTalkStage.Token}" }).Single();

        Assert.That(fault.Problem.Zh, Does.Contain("整个 Webhook 地址").And.Contain("access_token= 之后的部分"));
    }

    [Test]
    public void Refuses_one_token_under_two_names_and_hides_a_token_that_stands_for_a_name()
    {
        var robot = new DingTalkRobot { AccessToken = DingTalkStage.Token };
        var options = new DingTalkOptions { Robots = new Dictionary<string, DingTalkRobot> { ["a"] = robot, [DingTalkStage.Token] = robot } };

        var fault = DingTalkOptionsValidator.Validate(options).Single();

        Assert.That(fault.Path, Is.EqualTo("Robots.***.AccessToken"));
        Assert.That($"{fault}", Does.Not.Contain(DingTalkStage.Token));
    }

    [TestCase("SEC a")]
    [TestCase("https://oapi.dingtalk.com")]
    public void Refuses_a_secret_that_can_be_none(string secret)
    {
        var fault = Faults(new DingTalkRobot { AccessToken = DingTalkStage.Token, Secret = secret }).Single();

        Assert.That((fault.Path, fault.Value), Is.EqualTo(("Robots.main.Secret", (string?)null)));
    }

    [Test]
    public void Refuses_more_keywords_than_a_robot_has_and_empty_ones()
    {
        var robot = new DingTalkRobot { AccessToken = DingTalkStage.Token };

        Assert.That(Faults(robot with { Keywords = [.. Enumerable.Range(0, 11).Select(n => $"词{n}")] }).Single().Path, Is.EqualTo("Robots.main.Keywords"));
        Assert.That(Faults(robot with { Keywords = ["好价", " "] }).Single().Path, Is.EqualTo("Robots.main.Keywords"));
    }

    [Test]
    public void Refuses_numbers_out_of_range()
    {
        var robot = new DingTalkRobot { AccessToken = DingTalkStage.Token, MessagesPerMinute = 21, MessagesPerHour = 1, MessagesPerDay = 0 };
        var options = DingTalkStage.OptionsFor(Root, robot) with { TimeoutSeconds = 0, MessagesPerMinute = 30 };

        Assert.That(
            DingTalkOptionsValidator.Validate(options).Select(fault => fault.Path),
            Is.EqualTo(new[] { "TimeoutSeconds", "MessagesPerMinute", "Robots.main.MessagesPerMinute", "Robots.main.MessagesPerHour", "Robots.main.MessagesPerDay" }));
    }

    [TestCase("http://oapi.dingtalk.com")]
    [TestCase("https://oapi.dingtalk.com/robot/send?access_token=" + DingTalkStage.Token)]
    [TestCase("oapi.dingtalk.com")]
    public void Refuses_a_base_address_that_is_no_safe_root(string url)
    {
        var fault = DingTalkOptionsValidator.Validate(DingTalkStage.OptionsFor(new Uri(url, UriKind.RelativeOrAbsolute))).Single();

        Assert.That(fault.Path, Is.EqualTo("BaseUrl"));
        Assert.That($"{fault}", Does.Not.Contain(DingTalkStage.Token));
    }

    [Test]
    public async Task The_test_of_an_address_names_the_field_of_its_fault()
    {
        using var http = new HttpClient();
        var adapter = new DingTalkAdapter(DingTalkStage.OptionsFor(Root, new DingTalkRobot { AccessToken = "x" }), http, TimeProvider.System);

        Assert.That((await adapter.TestAsync("main", CancellationToken.None)).Faults.Single().Field, Is.EqualTo("AccessToken"));
    }

    [TestCase(DingTalkStage.Token)]
    [TestCase(DingTalkStage.Secret)]
    [TestCase("https://oapi.dingtalk.com/robot/send?access_token=" + DingTalkStage.Token)]
    public async Task A_secret_given_as_a_groups_address_is_not_shown(string address)
    {
        await using var stage = await DingTalkStage.SetAsync();

        var result = await stage.Adapter.SendAsync(Some.Request(address), CancellationToken.None);
        var report = await stage.Adapter.TestAsync(address, CancellationToken.None);

        Assert.That($"{result} {string.Join(' ', report.Faults)}", Does.Not.Contain(DingTalkStage.Token).And.Not.Contain(DingTalkStage.Secret));
    }

    [Test]
    public void Options_do_not_show_secrets()
    {
        var options = DingTalkStage.OptionsFor(Root);

        Assert.That($"{options} {options.Robots["main"]} {string.Join(' ', options.Robots)}", Does.Not.Contain(DingTalkStage.Token).And.Not.Contain(DingTalkStage.Secret));
    }

    [Test]
    public void Options_are_bound_from_configuration()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Robots:main:AccessToken", "t"), new("Robots:main:Secret", "s"), new("Robots:main:Keywords:0", "好价"), new("Robots:main:MessagesPerMinute", "5")])
            .Build();

        var robot = settings.Get<DingTalkOptions>()!.Robots["main"];

        Assert.That((robot.AccessToken, robot.Secret, robot.Keywords.Single(), robot.MessagesPerMinute), Is.EqualTo(("t", "s", "好价", 5)));
    }

    private static IEnumerable<OptionFault> Faults(DingTalkRobot robot) => DingTalkOptionsValidator.Validate(DingTalkStage.OptionsFor(Root, robot));
}
