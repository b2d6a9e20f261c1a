using DealBot.Adapters.Feishu;

namespace DealBot.Adapters.Tests.Feishu;

public sealed class FeishuOptionsValidatorTests
{
    private static readonly Uri Root = new("https://open.feishu.cn");

    [TestCase(true)]
    [TestCase(false)]
    public void Passes_good_options_with_an_app_and_without(bool hasApp) =>
        Assert.That(FeishuOptionsValidator.Validate(FeishuStage.OptionsFor(Root, hasApp: hasApp)), Is.Empty);

    [Test]
    public void Recognises_a_whole_webhook_address_and_says_what_to_keep()
    {
        var robot = new FeishuRobot { Token = $"https://open.feishu.cn/open-apis/bot/v2/hook/{FeishuStage.Token}" };

        var fault = FeishuOptionsValidator.Validate(FeishuStage.OptionsFor(Root, robot)).Single();

        Assert.That(fault.Path, Is.EqualTo("Robots.main.Token"));
        Assert.That(fault.Remedy.Zh, Does.Contain("/hook/ 之后的部分"));
        Assert.That($"{fault}", Does.Not.Contain(FeishuStage.Token));
    }

    [Test]
    public void Refuses_half_of_an_apps_credentials()
    {
        var options = FeishuStage.OptionsFor(Root);

        Assert.That(FeishuOptionsValidator.Validate(options with { AppSecret = "" }).Single().Path, Is.EqualTo("AppSecret"));
        Assert.That(FeishuOptionsValidator.Validate(options with { AppId = "" }).Single().Path, Is.EqualTo("AppId"));
    }

    [Test]
    public void Refuses_numbers_out_of_range_and_a_root_with_a_path()
    {
        var options = FeishuStage.OptionsFor(new Uri("https://open.feishu.cn/open-apis/")) with { TimeoutSeconds = 61, MessagesPerMinute = 101 };

        Assert.That(FeishuOptionsValidator.Validate(options).Select(fault => fault.Path), Is.EqualTo(new[] { "BaseUrl", "TimeoutSeconds", "MessagesPerMinute" }));
    }

    [TestCase(FeishuStage.Token)]
    [TestCase(FeishuStage.Secret)]
    [TestCase("https://open.feishu.cn/open-apis/bot/v2/hook/" + FeishuStage.Token)]
    public async Task A_secret_given_as_a_groups_address_is_not_shown(string address)
    {
        await using var stage = await FeishuStage.SetAsync();

        var result = await stage.Adapter.SendAsync(Some.Request(address), CancellationToken.None);
        var report = await stage.Adapter.TestAsync(address, CancellationToken.None);

        Assert.That($"{result} {string.Join(' ', report.Faults)}", Does.Not.Contain(FeishuStage.Token).And.Not.Contain(FeishuStage.Secret));
    }

    [Test]
    public void Options_do_not_show_secrets()
    {
        var options = FeishuStage.OptionsFor(Root);

        Assert.That(
            $"{options} {options.Robots["main"]}",
            Does.Not.Contain(FeishuStage.Token).And.Not.Contain(FeishuStage.Secret).And.Not.Contain(FeishuStage.AppSecret));
    }
}
