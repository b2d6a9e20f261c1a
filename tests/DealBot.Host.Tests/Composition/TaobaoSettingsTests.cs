using DealBot.Core.Rendering;
using DealBot.Host.Composition;
using DealBot.Host.Tests.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Tests.Composition;

/// <summary>Taobao, and the chats that block it, from the settings' text to what the owners' configuration is checked against.</summary>
public sealed class TaobaoSettingsTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Test]
    public void Settings_of_an_account_make_a_network_that_is_synced_by_category_and_word()
    {
        var (settings, faults) = SettingsFileText.Bind($$"""
            { "DealBot": { "Networks": { "Taobao": {
              "SignMethod": "HmacSha256", "Categories": [50012345], "Keywords": ["纸巾"],
              "Accounts": { "main": { "AppKey": "12345678", "AppSecret": "{{Secret}}", "Pid": "mm_1_2_3", "Positions": ["mm_1_2_4"] } } } } } }
            """);
        Assert.That(faults, Is.Empty);

        using var integrations = Integrations.Create(settings!, TimeProvider.System, NullLoggerFactory.Instance);

        Assert.That(integrations.Networks.Select(network => (network.Name, network.Account)), Is.EqualTo(new[] { ("taobao", "main") }));
        Assert.That(integrations.Networks[0].Positions, Is.EqualTo(new[] { "4" }));
        Assert.That(integrations.Surroundings(new TemplateLibrary(Repository.Path("templates"))).GeneralPositions, Is.EqualTo(new Dictionary<(string, string), string> { [("taobao", "main")] = "3" }));
        Assert.That(integrations.Sources.Single().Queries.Select(query => (query.Channel, query.Keyword)), Is.EqualTo(new[] { ("50012345", null), ((string?)null, "纸巾") }));
    }

    [Test]
    public void Faults_of_an_account_name_the_setting_and_show_no_secret()
    {
        var (_, faults) = SettingsFileText.Bind($$"""
            { "DealBot": { "Networks": { "Taobao": { "OrderWindowMinutes": 500,
              "Accounts": { "main": { "AppKey": "12345678", "AppSecret": "{{Secret}} ", "Pid": "3", "Positions": ["mm_7_2_4", "mm_7_2_4"] } } } } } }
            """);

        Assert.That(faults.Select(fault => fault.Path), Is.EqualTo(new[]
        {
            "$.DealBot.Networks.Taobao.OrderWindowMinutes", "$.DealBot.Networks.Taobao.Accounts.main.AppSecret",
            "$.DealBot.Networks.Taobao.Accounts.main.Pid", "$.DealBot.Networks.Taobao.Accounts.main.Positions[1]",
        }));
        Assert.That(string.Join(' ', faults), Does.Not.Contain(Secret));
    }

    [Test]
    public void Chats_that_reach_WeChat_block_Taobao_unless_the_group_says_otherwise()
    {
        var (settings, _) = SettingsFileText.Bind("""
            { "DealBot": { "Adapters": { "WeCom": { "Robots": { "mama-a": { "Key": "00000000-0000-4000-8000-000000000001" } } } } } }
            """);
        using var integrations = Integrations.Create(settings!, TimeProvider.System, NullLoggerFactory.Instance);

        var surroundings = integrations.Surroundings(new TemplateLibrary(Repository.Path("templates")));

        Assert.That(surroundings.BlockedNetworks("wecom", "mama-a"), Is.EqualTo(new[] { "taobao" }));
        Assert.That(surroundings.BlockedNetworks("preview", "demo"), Is.Empty);
        Assert.That(surroundings.BlockedNetworks("nowhere", "demo"), Is.Empty);
    }
}
