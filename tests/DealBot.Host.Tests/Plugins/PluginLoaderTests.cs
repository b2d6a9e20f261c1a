using System.Text.Json;
using DealBot.Contracts;
using DealBot.Host.Plugins;

namespace DealBot.Host.Tests.Plugins;

public sealed class PluginLoaderTests
{
    private PluginStage _stage = null!;

    [SetUp]
    public void Open() => _stage = new PluginStage();

    [TearDown]
    public void Close() => _stage.Dispose();

    [Test]
    public async Task Adapter_of_a_plugin_is_one_of_the_adapters_and_sends()
    {
        _stage.Add("acme", PluginSources.Adapter());

        using var plugins = await _stage.LoadAsync();

        var adapter = plugins.Adapters.Single();
        Assert.That((plugins.Failures, adapter.Name, adapter.Limits.TextLength), Is.EqualTo((Array.Empty<PluginFailure>(), "acme", 500)));
        Assert.That((adapter.Knows("board"), adapter.Knows("other")), Is.EqualTo((true, false)));
        Assert.That(await adapter.SendAsync(ContractKit.Some.Request("board"), CancellationToken.None), Is.InstanceOf<SendResult.Sent>());
        Assert.That(_stage.Log.Lines, Has.One.EqualTo((1221, "Plugin acme 1.2.3 is loaded, made for contract 1.0 ")));
    }

    [Test]
    public async Task Folder_that_is_not_there_is_no_plugin()
    {
        Directory.Delete(_stage.Path);

        using var plugins = await _stage.LoadAsync();
        Directory.CreateDirectory(_stage.Path);

        Assert.That((plugins.Loaded, plugins.Failures), Is.EqualTo((Array.Empty<LoadedPlugin>(), Array.Empty<PluginFailure>())));
    }

    [Test]
    public async Task Network_of_a_plugin_lists_under_its_own_name_only_and_what_it_throws_is_for_the_common_edge()
    {
        _stage.Add("acme", PluginSources.Network);

        using var plugins = await _stage.LoadAsync();

        var source = plugins.Loaded.Single().Source!;
        Assert.That(plugins.Loaded.Single().Networks.Select(network => (network.Name, network.Account)), Is.EqualTo(new[] { ("acme", "main"), ("acme", "second") }));
        Assert.That(await KeysOf(source.Network, source.Queries.Single()), Is.EqualTo(new[] { "acme:1" }));
        Assert.That(_stage.Log.Lines, Has.One.Matches<(int Event, string Text)>(line => line.Event == 1225 && line.Text.Contains("jd:1", StringComparison.Ordinal)));
        Assert.That(async () => await KeysOf(source.Network, new DealQuery("broken", null, 1)), Throws.InvalidOperationException);
        Assert.That(source.Network.ReadOrder("{}", DateTimeOffset.UnixEpoch), Is.Null);
        Assert.That(source.Network.Positions, Is.EqualTo(new[] { "p1", "p2" }));
        Assert.That(await source.Network.RecheckAsync(Some.Deal("1"), default), Is.InstanceOf<DealCheck.Found>());
        Assert.That(async () => await source.Network.RecheckAsync(Some.Deal("2"), default), Throws.InvalidOperationException);
    }

    [Test]
    public async Task Plugin_shares_the_contract_and_the_log_and_nothing_else()
    {
        // The host has Polly.Core 8.9.1 as well.
        var folder = _stage.Add("acme", "public class Nothing {}");
        var library = Path.Combine(folder, "Polly.Core.dll");
        PluginCompiler.Compile(library, "[assembly: System.Reflection.AssemblyVersion(\"1.2.3.4\")] namespace Polly { public class Own { } }");
        File.Copy(typeof(ContractVersion).Assembly.Location, Path.Combine(folder, "DealBot.Contracts.dll"));
        PluginCompiler.Compile(Path.Combine(folder, "acme.dll"), PluginSources.Adapter(
            create: """
                var log = (ILoggerFactory)context.Services.GetService(typeof(ILoggerFactory));
                log.CreateLogger("acme").LogInformation("own {Version}", typeof(Polly.Own).Assembly.GetName().Version);
                """), library);

        using var plugins = await _stage.LoadAsync();

        Assert.That(plugins.Failures, Is.Empty);
        Assert.That(_stage.Log.Lines.Select(line => line.Text.Trim()), Has.One.EqualTo("own 1.2.3.4"));
    }

    [Test]
    public async Task What_only_the_host_has_is_out_of_reach()
    {
        _stage.Add("acme", PluginSources.Adapter(create: "System.Console.WriteLine(typeof(Serilog.ILogger).FullName);"));

        using var plugins = await _stage.LoadAsync();

        Assert.That(plugins.Failures.Single().Code, Is.EqualTo("threw"));
        Assert.That(plugins.Failures.Single().Reason.En, Does.Contain("Serilog").And.Contain("missing"));
    }

    [Test]
    public async Task What_only_a_newer_version_of_a_shared_assembly_has_is_named_with_the_version_that_is_here()
    {
        const string Name = "Microsoft.Extensions.Logging.Abstractions";
        var folder = _stage.Add("acme", "public class Nothing {}");
        var library = Path.Combine(folder, $"{Name}.dll");
        PluginCompiler.Compile(library, $"[assembly: System.Reflection.AssemblyVersion(\"99.0.0.0\")] namespace Microsoft.Extensions.Logging {{ public class Newer {{ }} }}");
        PluginCompiler.Compile(Path.Combine(folder, "acme.dll"), PluginSources.Adapter(create: "GC.KeepAlive(new Newer());"), library);

        using var plugins = await _stage.LoadAsync();

        Assert.That(plugins.Failures.Single().Reason.En, Does.StartWith($"it does not fit the DealBot.Contracts {ContractVersion.Current}, {Name} {typeof(Microsoft.Extensions.Logging.ILogger).Assembly.GetName().Version!.ToString(2)} that are here: ").And.Contain("Newer"));
    }

    [TestCase("throw new InvalidOperationException(\"s3cret\");", "threw", "InvalidOperationException")]
    [TestCase("return null;", "threw", "NullReferenceException")]
    public async Task Plugin_that_throws_at_the_start_is_left_out_and_the_others_are_not(string create, string code, string said)
    {
        _stage.Add("acme", PluginSources.Adapter(create: create));
        _stage.Add("good", PluginSources.Adapter());

        using var plugins = await _stage.LoadAsync();

        var failure = plugins.Failures.Single();
        Assert.That((failure.Plugin, failure.Code), Is.EqualTo(("acme", code)));
        Assert.That(failure.Reason.En, Does.Contain(said).And.Not.Contain("s3cret"));
        Assert.That(plugins.Loaded.Select(plugin => plugin.Manifest.Name), Is.EqualTo(new[] { "good" }));
        Assert.That(_stage.Log.Lines.Count(line => line.Event == 1220), Is.EqualTo(1));
    }

    [Test]
    public async Task Plugin_that_hangs_at_the_start_is_left_out_when_its_time_is_over()
    {
        _stage.Add("acme", PluginSources.Adapter(create: "Thread.Sleep(Timeout.Infinite);"));

        using var plugins = await _stage.PassAsync(_stage.LoadAsync());

        Assert.That(plugins.Failures.Single().Code, Is.EqualTo("hangs"));
    }

    [TestCase(null, "manifest_missing")]
    [TestCase("{", "manifest_bad")]
    [TestCase("""{ "name": "acme" }""", "manifest_bad")]
    [TestCase("contract 1.1", "contract_newer")]
    [TestCase("contract 2.0", "contract_newer")]
    [TestCase("contract 0.9", "contract_older")]
    [TestCase("contract new", "manifest_bad")]
    [TestCase("assembly other.dll", "assembly_missing")]
    [TestCase("assembly ../acme/acme.dll", "assembly_missing")]
    [TestCase("entry Nobody", "entry")]
    [TestCase("entry Board", "entry")]
    [TestCase("name other", "name")]
    [TestCase("""options { "type": "object", "oneOf": [] }""", "manifest_bad")]
    public async Task What_can_not_be_used_is_left_out_with_the_reason(string? manifest, string code)
    {
        var folder = _stage.Add("acme", PluginSources.Adapter());
        var file = Path.Combine(folder, "plugin.json");
        File.Delete(file);
        if (manifest is not null)
        {
            var (what, value) = manifest.Split(' ', 2) is [var first, var second] ? (first, second) : (manifest, "");
            File.WriteAllText(file, what switch
            {
                "contract" => PluginStage.Manifest("acme", contract: value),
                "assembly" => PluginStage.Manifest("acme", assembly: value),
                "entry" => PluginStage.Manifest("acme", entry: value),
                "name" => PluginStage.Manifest(value, assembly: "acme.dll"),
                "options" => PluginStage.Manifest("acme", options: value),
                _ => manifest,
            });
        }

        using var plugins = await _stage.LoadAsync();

        Assert.That(plugins.Failures.Select(failure => (failure.Plugin, failure.Code)), Is.EqualTo(new[] { ("acme", code) }));
    }

    [Test]
    public async Task Manifest_that_is_no_json_is_named_with_its_line_in_the_readers_language()
    {
        File.WriteAllText(Path.Combine(_stage.Add("acme", PluginSources.Adapter()), "plugin.json"), "{\n  \"name\": }");

        using var plugins = await _stage.LoadAsync();

        Assert.That(plugins.Failures.Single().Reason.Zh, Does.Contain("不是完整的 JSON（第 2 行，第 11 字节）"));
    }

    [Test]
    public async Task Damaged_assembly_is_left_out()
    {
        var folder = _stage.Add("acme", PluginSources.Adapter());
        File.WriteAllText(Path.Combine(folder, "acme.dll"), "no assembly");

        using var plugins = await _stage.LoadAsync();

        Assert.That(plugins.Failures.Single().Reason.Zh, Does.Contain("损坏"));
    }

    [Test]
    public async Task Plugin_with_the_name_of_a_built_in_part_is_left_out_and_leaves_that_its_place()
    {
        _stage.Add("wecom", PluginSources.Adapter());

        using var plugins = await _stage.LoadAsync("wecom");

        Assert.That(plugins.Failures.Single().Code, Is.EqualTo(PluginLoader.NameTaken));
        Assert.That(plugins.Adapters, Is.Empty);
    }

    [Test]
    public async Task Adapter_that_goes_by_another_name_is_left_out()
    {
        _stage.Add("acme", PluginSources.Adapter(name: "\"wecom\""));

        using var plugins = await _stage.LoadAsync();

        Assert.That(plugins.Failures.Single().Code, Is.EqualTo("name"));
    }

    [Test]
    public async Task Place_of_a_plugin_that_is_left_out_is_held_and_says_why_nothing_goes_out()
    {
        _stage.Options["gone"] = JsonElement.Parse("{}");

        using var plugins = await _stage.LoadAsync();
        var adapter = plugins.Adapters.Single();
        var result = await adapter.SendAsync(ContractKit.Some.Request("anything"), CancellationToken.None);

        Assert.That((plugins.Failures.Single().Code, adapter.Name, adapter.Knows("anything")), Is.EqualTo(("folder_missing", "gone", true)));
        Assert.That(result, Is.InstanceOf<SendResult.Rejected>().With.Property("Field").Null);
        Assert.That(((SendResult.Rejected)result).Reason.Zh, Does.StartWith("插件 gone 没有载入"));
    }

    private static async Task<List<string>> KeysOf(IAffiliateNetwork network, DealQuery query)
    {
        var keys = new List<string>();
        await foreach (var deal in network.ListDealsAsync(query, CancellationToken.None))
        {
            keys.Add($"{deal.Key}");
        }

        return keys;
    }
}
