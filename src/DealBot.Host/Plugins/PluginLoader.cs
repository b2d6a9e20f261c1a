using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Configuration;
using DealBot.Host.Composition;
using DealBot.Host.Secrets;
using DealBot.Host.Settings;

namespace DealBot.Host.Plugins;

/// <summary>
/// Loads the plugins of a folder, side by side and each within its time. One that can't be used is named and left out; the others do not notice.
/// </summary>
internal sealed class PluginLoader(HostSettings settings, TimeProvider time, ILoggerFactory loggers)
{
    public const string NameTaken = "name_taken";

    private const string Category = "DealBot.Host.Plugins";

    private static readonly TimeSpan HttpTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly ILogger _logger = loggers.CreateLogger(Category);
    private readonly List<LoadedPlugin> _loaded = [];
    private readonly List<PluginFailure> _failures = [];
    private readonly List<ConfigurationFault> _faults = [];

    /// <summary>Loads them.</summary>
    /// <param name="taken">Names of the built-in adapters and networks in use.</param>
    public async Task<PluginSet> LoadAsync(IReadOnlySet<string> taken)
    {
        var outcomes = await Task.WhenAll(PluginFolder.Names(settings).Select(name => LoadAsync(name, taken))).ConfigureAwait(false);
        foreach (var outcome in outcomes)
        {
            outcome();
        }

        return new PluginSet { Loaded = _loaded, Failures = _failures, OptionFaults = _faults };
    }

    /// <returns>What to book, on one thread and in the order of the names.</returns>
    private async Task<Action> LoadAsync(string name, IReadOnlySet<string> taken)
    {
        try
        {
            if (taken.Contains(name))
            {
                throw new PluginFailureException(NameTaken, new Phrase($"{name} 是内置的名字，插件换一个名字", $"{name} is the name of a built-in part; give the plugin another"));
            }

            var candidate = PluginFolder.Read(settings, name);
            return candidate.Options.Faults.Count > 0
                ? () => Report(name, candidate.Options.Faults)
                : await StartAsync(candidate).ConfigureAwait(false);
        }
        catch (PluginFailureException failure)
        {
            return () => LeaveOut(new PluginFailure(name, failure.Code, failure.Reason, failure.InnerException));
        }
    }

    private async Task<Action> StartAsync(PluginCandidate candidate)
    {
        var name = candidate.Manifest.Name;
        var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLifetime, AllowAutoRedirect = false, UseCookies = false, Proxy = new DirectToThisMachine(HttpClient.DefaultProxy) }) { Timeout = HttpTimeout };
        try
        {
            // The limit of the start is another than that of the calls that follow.
            var start = new PluginCalls(name, TimeSpan.FromSeconds(settings.PluginLoadSeconds), time, _logger);
            var (plugin, faults) = await start.RunAsync("start", _ => Task.FromResult(Start(candidate, http)), CancellationToken.None).ConfigureAwait(false);
            return plugin is null ? () => Report(name, faults) : () => Take(plugin);
        }
        catch (PluginFailureException)
        {
            http.Dispose();
            throw;
        }
        catch (PluginHangsException)
        {
            // The client stays: a call that hangs may still use it.
            throw new PluginFailureException("hangs", new Phrase(
                $"{settings.PluginLoadSeconds} 秒内没有启动完（DealBot:PluginLoadSeconds）", $"it did not get ready within {settings.PluginLoadSeconds} s (DealBot:PluginLoadSeconds)"));
        }
        catch (Exception exception)
        {
            // The supervised edge to plugins at the start: whatever is wrong with one, the host goes on without it.
            http.Dispose();
            throw new PluginFailureException("threw", PluginFaultText.Of(exception), exception);
        }
    }

    /// <summary>Runs the plugin's code.</summary>
    private (LoadedPlugin? Plugin, IReadOnlyList<OptionFault> Faults) Start(PluginCandidate candidate, HttpClient http)
    {
        var entry = PluginEntry.Make(candidate);
        var options = candidate.Options.Options;
        if (entry.Validate(options).ToList() is { Count: > 0 } faults)
        {
            return (null, faults);
        }

        var context = new PluginContext
        {
            Name = candidate.Manifest.Name,
            Options = options,
            Http = http,
            Time = time,
            DealsPerChannel = settings.Catalog.DealsPerChannel,
            Services = new PluginServices(loggers),
        };
        var calls = new PluginCalls(context.Name, TimeSpan.FromSeconds(settings.PluginCallSeconds), time, _logger);
        var plugin = new LoadedPlugin(candidate.Manifest, calls, http);
        if (entry is IAdapterPlugin adapterPlugin)
        {
            plugin = plugin with { Adapter = Guard(adapterPlugin.CreateAdapter(context), calls, candidate) };
        }

        if (entry is INetworkPlugin networkPlugin)
        {
            plugin = WithNetwork(plugin, networkPlugin.CreateNetwork(context));
        }

        return (plugin, []);
    }

    private static GuardedAdapter Guard(IMessagingAdapter adapter, PluginCalls calls, PluginCandidate candidate)
    {
        PluginEntry.CheckName(calls.Plugin, adapter.Name);
        var profile = new AdapterProfile(adapter.Limits, adapter is ICallbackReceiver receiver ? [.. receiver.Endpoints] : []);
        var secrets = new SecretMask();
        secrets.Add(candidate.Options.Secrets);
        return GuardedAdapters.For(new GuardedParts(adapter, profile, calls, secrets));
    }

    private static LoadedPlugin WithNetwork(LoadedPlugin plugin, NetworkAccounts made)
    {
        var accounts = made.Accounts.Select(inner =>
        {
            PluginEntry.CheckName(plugin.Manifest.Name, inner.Name);
            return new GuardedNetwork(inner, inner.Account, inner.Limits, [.. inner.Positions], plugin.Calls);
        }).ToList();
        if (accounts.Count == 0 || accounts.Select(account => account.Account).Distinct().Count() < accounts.Count)
        {
            throw new PluginFailureException("accounts", new Phrase("联盟没有账号，或有同名的账号", "the network has no account, or two of one name"));
        }

        return plugin with { Networks = accounts, Source = made.Queries.Count > 0 ? new CatalogSource(accounts[0], [.. made.Queries]) : null };
    }

    private void Take(LoadedPlugin plugin)
    {
        _loaded.Add(plugin);
        _logger.Loaded(plugin.Manifest.Name, plugin.Manifest.Version, plugin.Manifest.Contract);
    }

    private void LeaveOut(PluginFailure failure)
    {
        _failures.Add(failure);
        _logger.LeftOut(failure.Cause, failure.Plugin, failure.Code, failure.Reason.En);
    }

    /// <summary>Options at fault stop the start; so that other faults are told with them, the plugin's place is held.</summary>
    private void Report(string name, IReadOnlyList<OptionFault> faults)
    {
        var root = $"$.{SettingsLoader.Section}.{nameof(HostSettings.Plugins)}.{name}";
        _faults.AddRange(faults.Select(fault => (fault, path: fault.Path.Length == 0 ? root : $"{root}.{fault.Path}"))
            .Select(pair => new ConfigurationFault(SettingsLoader.OriginOf(pair.path, settings.FileName), pair.path, pair.fault.Value, pair.fault.Problem, pair.fault.Remedy)));
        _failures.Add(new PluginFailure(name, "options", new Phrase("选项有误", "its options have faults")));
    }
}
