using DealBot.Contracts;
using DealBot.Host.Composition;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Tests.Settings;

public sealed class PddSettingsTests
{
    private const string Account = """{ "ClientId": "client", "ClientSecret": "s3cret", "Pid": "12345678_1", "Positions": ["12345678_2", "12345678_3"] }""";

    [Test]
    public void Accounts_become_networks_and_the_first_fills_the_catalog()
    {
        var (settings, faults) = SettingsFileText.Bind(
            $$"""{ "DealBot": { "Catalog": { "DealsPerChannel": 70 }, "Networks": { "Pdd": { "OptIds": [15, 4], "Keywords": ["纸巾"], "Accounts": { "zhang": { "ClientId": "other", "ClientSecret": "s3cret", "Pid": "87654321_1" }, "li": {{Account}} } } } } }""");
        Assert.That(faults, Is.Empty);

        using var integrations = Integrations.Create(settings!, TimeProvider.System, NullLoggerFactory.Instance);

        Assert.That(integrations.Networks.Select(network => (network.Name, network.Account)), Is.EqualTo(new[] { ("pdd", "li"), ("pdd", "zhang") }));
        Assert.That(integrations.Networks[0].Positions, Is.EqualTo(new[] { "12345678_2", "12345678_3" }));
        var source = integrations.Sources.Single();
        Assert.That(source.Network, Is.SameAs(integrations.Networks[0]));
        Assert.That(source.Queries, Is.EqualTo(new[] { new DealQuery("15", null, 70), new DealQuery("4", null, 70), new DealQuery(null, "纸巾", 70) }));
    }

    [Test]
    public void Faults_name_their_place_and_no_secret()
    {
        var (_, faults) = SettingsFileText.Bind(
            """{ "DealBot": { "Networks": { "Pdd": { "PageSize": 5, "Accounts": { "zhang": { "ClientId": "", "ClientSecret": "s3 cret", "Pid": "1", "Uid": "群主" } } } } } }""");

        Assert.That(faults.Select(fault => fault.Path), Is.EquivalentTo(new[]
        {
            "$.DealBot.Networks.Pdd.PageSize",
            "$.DealBot.Networks.Pdd.Accounts.zhang.ClientId",
            "$.DealBot.Networks.Pdd.Accounts.zhang.ClientSecret",
            "$.DealBot.Networks.Pdd.Accounts.zhang.Pid",
            "$.DealBot.Networks.Pdd.Accounts.zhang.Uid",
        }));
        Assert.That(faults.Select(fault => fault.In(Language.Chinese) + fault.In(Language.English)), Has.None.Contains("s3 cret"));
    }

    [Test]
    public void Settings_as_text_show_no_secret()
    {
        var (settings, _) = SettingsFileText.Bind($$"""{ "DealBot": { "Networks": { "Pdd": { "Accounts": { "zhang": {{Account}} } } } } }""");

        Assert.That($"{settings} {settings!.Networks.Pdd!.Accounts["zhang"]}", Does.Not.Contain("s3cret").And.Contain("12345678_1"));
    }
}
