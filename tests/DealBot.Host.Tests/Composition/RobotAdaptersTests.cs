using DealBot.Contracts;
using DealBot.Host.Composition;
using DealBot.Host.Tests.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Tests.Composition;

/// <summary>The adapters of DingTalk and Feishu, from the settings' text to the adapter.</summary>
public sealed class RobotAdaptersTests
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    [Test]
    public void Settings_of_robots_make_adapters_that_know_them()
    {
        var (settings, faults) = SettingsFileText.Bind($$"""
            { "DealBot": { "Adapters": {
              "DingTalk": { "Robots": { "mama-a": { "AccessToken": "{{Token}}", "Secret": "SEC0123456789", "Keywords": ["好价"] } } },
              "Feishu": { "AppId": "cli_a", "AppSecret": "0123456789", "Robots": { "office": { "Token": "{{Token}}", "MessagesPerMinute": 50 } } } } } }
            """);
        Assert.That(faults, Is.Empty);

        using var integrations = Integrations.Create(settings!, TimeProvider.System, NullLoggerFactory.Instance);

        Assert.That(integrations.Adapters["dingtalk"].Knows("mama-a"), Is.True);
        Assert.That(integrations.Adapters["feishu"].LimitsFor("office").MessagesPerMinute, Is.EqualTo(50));
        Assert.That(integrations.Adapters["feishu"].Limits.Kinds.HasFlag(MessageKinds.Captioned), Is.True);
    }

    [Test]
    public void Faults_of_robots_name_the_setting_and_show_no_secret()
    {
        var (_, faults) = SettingsFileText.Bind($$"""
            { "DealBot": { "Adapters": {
              "DingTalk": { "Robots": { "mama-a": { "AccessToken": "https://oapi.dingtalk.com/robot/send?access_token={{Token}}" } } },
              "Feishu": { "AppId": "cli_a", "Robots": { "office": { "Token": "{{Token}}" } } } } } }
            """);

        Assert.That(
            faults.Select(fault => fault.Path),
            Is.EqualTo(new[] { "$.DealBot.Adapters.DingTalk.Robots.mama-a.AccessToken", "$.DealBot.Adapters.Feishu.AppSecret" }));
        Assert.That(string.Join(' ', faults), Does.Not.Contain(Token));
    }
}
