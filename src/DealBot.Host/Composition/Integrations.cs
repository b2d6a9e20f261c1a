using DealBot.Adapters.DingTalk;
using DealBot.Adapters.Feishu;
using DealBot.Adapters.OneBot;
using DealBot.Adapters.Preview;
using DealBot.Adapters.Telegram;
using DealBot.Adapters.Wechaty;
using DealBot.Adapters.WeCom;
using DealBot.Adapters.WeComTask;
using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Configuration;
using DealBot.Core.Links;
using DealBot.Core.Rendering;
using DealBot.Host.Plugins;
using DealBot.Host.Settings;
using DealBot.Networks.Jd;
using DealBot.Networks.Pdd;
using DealBot.Networks.Suning;
using DealBot.Networks.Taobao;
using DealBot.Networks.Vip;

namespace DealBot.Host.Composition;

/// <summary>The networks and adapters that the settings name. Made before the owners' configuration is checked, which refers to them.</summary>
public sealed class Integrations : IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http;

    private Integrations(HttpClient http, IReadOnlyList<IAffiliateNetwork> networks, IReadOnlyDictionary<string, IMessagingAdapter> adapters, IReadOnlyList<CatalogSource> sources) =>
        (_http, Networks, Adapters, Sources) = (http, networks, adapters, sources);

    /// <summary>Mistakes in the networks' clients.</summary>
    public required NetworkFaults NetworkFaults { get; init; }

    /// <summary>What became of the plugin folder. Until <see cref="WithPluginsAsync"/> there is none.</summary>
    internal PluginSet Plugins { get; private init; } = PluginSet.Empty;

    /// <summary>Every account of every network.</summary>
    public IReadOnlyList<IAffiliateNetwork> Networks { get; }

    /// <summary>Adapters by name.</summary>
    public IReadOnlyDictionary<string, IMessagingAdapter> Adapters { get; }

    /// <summary>What the catalog is synced from: one account of each network.</summary>
    public IReadOnlyList<CatalogSource> Sources { get; }

    public static Integrations Create(HostSettings settings, TimeProvider time, ILoggerFactory loggers, Func<double>? random = null)
    {
        // No client factory: its logging writes whole addresses, and a robot's address holds its key.
        var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLifetime, AllowAutoRedirect = false, Proxy = new DirectToThisMachine(HttpClient.DefaultProxy) }) { Timeout = TimeSpan.FromMinutes(2) };
        var faults = new NetworkFaults(time, loggers.CreateLogger<NetworkFaults>());
        var networks = new List<IAffiliateNetwork>();
        var sources = new List<CatalogSource>();
        // The catalog is synced with the first account: deals are the same for all of a network.
        void Trade(IEnumerable<string> accounts, Func<string, IAffiliateNetwork> create, IEnumerable<string> channels, IEnumerable<string> keywords)
        {
            var made = accounts.Order(StringComparer.Ordinal).Select(account => new SupervisedNetwork(create(account), faults)).ToArray();
            networks.AddRange(made);
            if (made.Length > 0)
            {
                sources.Add(new CatalogSource(made[0], [.. Queries(channels, keywords, settings.Catalog)]));
            }
        }

        if (settings.Networks.Jd is { } jd)
        {
            Trade(jd.Accounts.Keys, account => JdNetworkFactory.Create(jd, account, http, time, loggers, random), jd.EliteIds.Select(channel => $"{channel}"), jd.Keywords);
        }

        if (settings.Networks.Pdd is { } pdd)
        {
            Trade(pdd.Accounts.Keys, account => PddNetworkFactory.Create(pdd, account, http, time, loggers, random), pdd.OptIds.Select(shelf => $"{shelf}"), pdd.Keywords);
        }

        if (settings.Networks.Taobao is { } taobao)
        {
            Trade(taobao.Accounts.Keys, account => TaobaoNetworkFactory.Create(taobao, account, http, time, loggers, random), taobao.Categories.Select(category => $"{category}"), taobao.Keywords);
        }

        if (settings.Networks.Vip is { } vip)
        {
            Trade(vip.Accounts.Keys, account => VipNetworkFactory.Create(vip, account, http, time, loggers, random), vip.Channels, vip.Keywords);
        }

        if (settings.Networks.Suning is { } suning)
        {
            Trade(suning.Accounts.Keys, account => SuningNetworkFactory.Create(suning, account, http, time, loggers, random), suning.Channels, suning.Keywords);
        }

        var adapters = new Dictionary<string, IMessagingAdapter>();
        void Add(IMessagingAdapter adapter) => adapters.Add(adapter.Name, adapter);
        Add(new PreviewAdapter(settings.Adapters.Preview, time));
        foreach (var (name, options) in settings.Adapters.StandIns)
        {
            Add(new PreviewAdapter(options, time, name));
        }

        if (settings.Adapters.WeCom is { } weCom)
        {
            Add(new WeComAdapter(weCom, http, time));
        }

        if (settings.Adapters.WeComTask is { } weComTask)
        {
            Add(new WeComTaskAdapter(weComTask, http, time));
        }

        if (settings.Adapters.Wechaty is { } wechaty)
        {
            Add(new WechatyAdapter(wechaty, time, loggers.CreateLogger<WechatyAdapter>()));
        }

        if (settings.Adapters.DingTalk is { } dingTalk)
        {
            Add(new DingTalkAdapter(dingTalk, http, time));
        }

        if (settings.Adapters.Feishu is { } feishu)
        {
            Add(new FeishuAdapter(feishu, http, time));
        }

        if (settings.Adapters.OneBot is { } oneBot)
        {
            Add(new OneBotAdapter(oneBot, http, time, loggers.CreateLogger<OneBotAdapter>()));
        }

        if (settings.Adapters.Telegram is { } telegram)
        {
            Add(new TelegramAdapter(telegram, http, time, loggers.CreateLogger<TelegramAdapter>()));
        }

        return new Integrations(http, networks, adapters, sources) { NetworkFaults = faults };
    }

    /// <summary>These and what the plugins bring, which begins after them: of two with one name the built-in one is meant.</summary>
    internal async Task<Integrations> WithPluginsAsync(HostSettings settings, TimeProvider time, ILoggerFactory loggers)
    {
        var plugins = await new PluginLoader(settings, time, loggers).LoadAsync(Adapters.Keys.Concat(Networks.Select(network => network.Name)).ToHashSet()).ConfigureAwait(false);
        var networks = plugins.Loaded.SelectMany(plugin => plugin.Networks).ToDictionary(network => (IAffiliateNetwork)network, network => new SupervisedNetwork(network, NetworkFaults));
        return new Integrations(
            _http,
            [.. Networks, .. networks.Values],
            Adapters.Values.Concat(plugins.Adapters).ToDictionary(adapter => adapter.Name),
            [.. Sources, .. plugins.Loaded.Select(plugin => plugin.Source).OfType<CatalogSource>().Select(source => source with { Network = networks[source.Network] })])
        {
            NetworkFaults = NetworkFaults,
            Plugins = plugins,
        };
    }

    /// <summary>What owners' files are checked against.</summary>
    public Surroundings Surroundings(TemplateLibrary templates) => new()
    {
        Adapters = Adapters.ToDictionary(pair => pair.Key, pair => (Func<string, bool>)pair.Value.Knows),
        NetworkAccounts = Networks.GroupBy(network => network.Name)
            .ToDictionary(accounts => accounts.Key, accounts => (IReadOnlyCollection<string>)[.. accounts.Select(network => network.Account)]),
        GeneralPositions = Networks.Where(network => !string.IsNullOrEmpty(network.GeneralPosition))
            .ToDictionary(network => (network.Name, network.Account), network => network.GeneralPosition!),
        TakesMarkdown = (adapter, address) => !Adapters.TryGetValue(adapter, out var known) || known.LimitsFor(address).Kinds.HasFlag(MessageKinds.Markdown),
        BlockedNetworks = (adapter, address) => Adapters.TryGetValue(adapter, out var known) ? known.LimitsFor(address).BlockedNetworks ?? [] : [],
        AbsentNetworks = Plugins.Absent.ToHashSet(),
        ParseCron = QuartzCron.Parse,
        TemplateExists = templates.Exists,
    };

    public void Dispose()
    {
        foreach (var adapter in Adapters.Values.OfType<IDisposable>())
        {
            adapter.Dispose();
        }

        _http.Dispose();
        Plugins.Dispose();
    }

    private static IEnumerable<DealQuery> Queries(IEnumerable<string> channels, IEnumerable<string> keywords, CatalogOptions catalog) =>
    [
        .. channels.Select(channel => new DealQuery(channel, null, catalog.DealsPerChannel)),
        .. keywords.Select(keyword => new DealQuery(null, keyword, catalog.DealsPerChannel)),
    ];
}
