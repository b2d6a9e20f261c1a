using DealBot.Adapters.WeCom;
using DealBot.Contracts;
using Microsoft.Extensions.Configuration;

namespace DealBot.Adapters.Tests.WeCom;

public sealed class WeComOptionsValidatorTests
{
    private static readonly Uri Root = new("https://qyapi.weixin.qq.com");

    [Test]
    public void Passes_good_options() => Assert.That(WeComOptionsValidator.Validate(WeComStage.OptionsFor(Root)), Is.Empty);

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("693a91f6")]
    [TestCase("693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa\n")]
    [TestCase("693a91f67xxx4bc497a00ec2sifa5aaa")]
    public void Refuses_a_key_of_another_shape_without_showing_it(string key)
    {
        var fault = Faults(WeComStage.OptionsFor(Root, key)).Single();

        Assert.That(fault.Path, Is.EqualTo("Robots.main.Key"));
        Assert.That(fault.Value, Is.Null);
    }

    [Test]
    public void Recognises_a_whole_webhook_address_and_says_what_to_keep()
    {
        var fault = Faults(WeComStage.OptionsFor(Root, $"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={RobotKeys.One}")).Single();

        Assert.That(fault.Problem.Zh, Does.Contain("整个 Webhook 地址"));
        Assert.That(fault.Remedy.Zh, Does.Contain("key= 之后的部分"));
        Assert.That($"{fault}", Does.Not.Contain(RobotKeys.One));
    }

    [Test]
    public void Refuses_one_key_under_two_names()
    {
        var options = new WeComOptions
        {
            Robots = new Dictionary<string, WeComRobot> { ["a"] = new() { Key = RobotKeys.One }, ["b"] = new() { Key = RobotKeys.One } },
        };

        Assert.That(Faults(options).Single().Path, Is.EqualTo("Robots.b.Key"));
    }

    [TestCase("http://qyapi.weixin.qq.com")]
    [TestCase("https://qyapi.weixin.qq.com/cgi-bin/")]
    [TestCase("https://qyapi.weixin.qq.com/?key=" + RobotKeys.One)]
    [TestCase("qyapi.weixin.qq.com")]
    public void Refuses_a_base_address_that_is_no_safe_root(string url)
    {
        var fault = Faults(WeComStage.OptionsFor(new Uri(url, UriKind.RelativeOrAbsolute))).Single();

        Assert.That(fault.Path, Is.EqualTo("BaseUrl"));
        Assert.That($"{fault}", Does.Not.Contain(RobotKeys.One));
    }

    [TestCase(0)]
    [TestCase(61)]
    public void Refuses_a_timeout_out_of_range(int seconds) =>
        Assert.That(Faults(WeComStage.OptionsFor(Root) with { TimeoutSeconds = seconds }).Single().Path, Is.EqualTo("TimeoutSeconds"));

    [TestCase(1)]
    [TestCase(21)]
    public void Refuses_more_messages_a_minute_than_WeCom_allows_or_too_few_for_a_post(int messages) =>
        Assert.That(Faults(WeComStage.OptionsFor(Root) with { MessagesPerMinute = messages }).Single().Path, Is.EqualTo("MessagesPerMinute"));

    [Test]
    public void Refuses_a_quota_of_one_robot_that_is_out_of_range()
    {
        var robot = new WeComRobot { Key = RobotKeys.One, MessagesPerMinute = 30, MessagesPerHour = 1, MessagesPerDay = 0 };
        var options = new WeComOptions { Robots = new Dictionary<string, WeComRobot> { ["a"] = robot } };

        Assert.That(
            Faults(options).Select(fault => fault.Path),
            Is.EqualTo(new[] { "Robots.a.MessagesPerMinute", "Robots.a.MessagesPerHour", "Robots.a.MessagesPerDay" }));
    }

    [Test]
    public void Names_all_faults_at_once() =>
        Assert.That(Faults(WeComStage.OptionsFor(new Uri("http://a.example"), "x") with { TimeoutSeconds = 0 }).Count(), Is.EqualTo(3));

    [Test]
    public async Task The_test_of_an_address_names_the_field_of_its_fault()
    {
        using var http = new HttpClient();
        var adapter = new WeComAdapter(WeComStage.OptionsFor(Root, "x"), http, TimeProvider.System);

        Assert.That((await adapter.TestAsync("main", CancellationToken.None)).Faults.Single().Field, Is.EqualTo("Key"));
    }

    [Test]
    public void Options_are_bound_from_configuration()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Robots:main:Key", RobotKeys.One), new("BaseUrl", "http://127.0.0.1:1"), new("TimeoutSeconds", "5")])
            .Build();

        var options = settings.Get<WeComOptions>()!;

        Assert.That(options.Robots["main"].Key, Is.EqualTo(RobotKeys.One));
        Assert.That((options.BaseUrl.Port, options.TimeoutSeconds), Is.EqualTo((1, 5)));
    }

    private static IEnumerable<OptionFault> Faults(WeComOptions options) => WeComOptionsValidator.Validate(options);
}
