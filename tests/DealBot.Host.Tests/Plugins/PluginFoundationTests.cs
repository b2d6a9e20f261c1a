using System.Text.Json;
using DealBot.Core.Links;
using DealBot.Host.Composition;
using DealBot.Host.Plugins;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Tests.Plugins;

/// <summary>Plugins and the start of the service.</summary>
public sealed class PluginFoundationTests
{
    private const string Group = """{ "groups": [{ "id": "mama-1", "name": "宝妈群", "owner": "li", "adapter": "acme", "address": "board", "audience": "mama", "schedule": "day" }] }""";
    private const string Owner = """{ "owners": [{ "id": "li", "name": "李站长", "networkAccounts": { "shop": "main" }, "digest": { "at": "22:00", "adapter": "preview", "address": "li" } }] }""";
    private const string Schema = """{ "type": "object", "required": ["url"], "properties": { "url": { "type": "string" } } }""";

    private PluginStage _stage = null!;
    private ServiceFolder _folder = null!;

    [SetUp]
    public void Open()
    {
        _stage = new PluginStage();
        _folder = new ServiceFolder { Change = settings => settings with { PluginDirectory = _stage.Path, Plugins = _stage.Options } };
        _folder.Write("groups.json", Group);
        _folder.Write("owners.json", Owner);
    }

    [TearDown]
    public void Close()
    {
        _folder.Dispose();
        _stage.Dispose();
    }

    [Test]
    public async Task Groups_and_owners_use_plugins_as_what_is_built_in()
    {
        _stage.Add("acme", PluginSources.Adapter());
        _stage.Add("shop", PluginSources.Network);

        using var foundation = await _folder.LayAsync(TimeProvider.System);

        Assert.That(foundation.Integrations.Adapters.Keys, Is.EquivalentTo(new[] { "preview", "acme" }));
        Assert.That(foundation.Integrations.Networks.Select(network => $"{network.Name}/{network.Account}"), Is.EqualTo(new[] { "jd/li", "shop/main", "shop/second" }));
        Assert.That(foundation.Integrations.Sources.Select(source => source.Network.Name), Is.EqualTo(new[] { "jd", "shop" }));
        Assert.That(foundation.Integrations.Networks, Is.All.InstanceOf<SupervisedNetwork>(), "a mistake in any client is that account's alone");
        Assert.That(foundation.Integrations.Sources.Select(source => source.Network), Is.SubsetOf(foundation.Integrations.Networks));
    }

    [Test]
    public async Task Address_that_the_plugin_does_not_know_is_a_fault_of_the_configuration()
    {
        _stage.Add("acme", PluginSources.Adapter(knows: "false"));
        _stage.Add("shop", PluginSources.Network);

        Assert.That((await FaultsAsync()).Single(), Does.StartWith("groups.json $.groups[0].address: "));
    }

    [Test]
    public async Task Plugins_that_are_left_out_do_not_keep_the_service_from_starting()
    {
        _stage.Add("acme", PluginSources.Adapter(create: "throw new InvalidOperationException();"));
        _stage.Add("shop", PluginSources.Network, "{");

        using var foundation = await _folder.LayAsync(TimeProvider.System);

        Assert.That(foundation.Integrations.Plugins.Failures.Select(failure => failure.Plugin), Is.EqualTo(new[] { "acme", "shop" }));
        Assert.That(foundation.Integrations.Adapters["acme"], Is.InstanceOf<AbsentAdapter>());
    }

    [Test]
    public async Task Options_at_fault_stop_the_start_with_all_other_faults()
    {
        _stage.Add("acme", PluginSources.Adapter(), PluginStage.Manifest("acme", options: Schema));
        _stage.Add("shop", PluginSources.Network);
        _folder.Write("schedules.json", """{ "schedules": [{ "id": "day", "rules": [{ "at": ["25:00"] }] }] }""");

        Assert.That(await FaultsAsync(), Has.Exactly(1).StartsWith("appsettings.json $.DealBot.Plugins.acme.url: ").And.Exactly(1).StartsWith("schedules.json "));
    }

    [Test]
    public async Task Options_that_only_the_plugin_can_judge_stop_the_start_too()
    {
        _stage.Options["acme"] = JsonElement.Parse("""{ "url": "nowhere" }""");
        _stage.Add("acme", PluginSources.Adapter(validate: """new[] { new OptionFault("url", options.GetProperty("url").GetString(), new Phrase("不通", "leads nowhere"), new Phrase("改", "change it")) }"""), PluginStage.Manifest("acme", options: Schema));
        _stage.Add("shop", PluginSources.Network);

        Assert.That(await FaultsAsync(), Is.EqualTo(new[] { "appsettings.json $.DealBot.Plugins.acme.url: leads nowhere (found: nowhere) → change it" }));
    }

    private async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var (foundation, faults) = await Foundation.LayAsync(_folder.Change(_folder.Settings), TimeProvider.System, NullLoggerFactory.Instance, seeds: null, CancellationToken.None);
        foundation?.Dispose();
        return [.. faults.Select(fault => fault.In(DealBot.Contracts.Language.English))];
    }
}
