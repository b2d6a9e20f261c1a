using System.Security.Cryptography;
using System.Text;
using DealBot.Adapters.Preview;
using DealBot.Core.Catalog;
using DealBot.Core.Posting;
using DealBot.Core.Rendering;
using DealBot.Host.Rehearsal.Platforms;
using DealBot.Host.Settings;
using DealBot.Imaging.Rasterizing;
using DealBot.Networks.Jd;
using DealBot.Simulators.Jd;
using DealBot.Storage;

namespace DealBot.Host.Rehearsal;

/// <summary>The platforms of a rehearsed day, on this machine, and settings that lead there. No key of the owner's is used.</summary>
internal sealed class SimulatedWorld : IAsyncDisposable
{
    /// <summary>What members see in links. The rehearsal follows them to the service itself, whose port is another every time.</summary>
    public static readonly Uri PublicAddress = new("https://deal.example.cn");

    private const long FirstUnionId = 1_000_900_001;
    private const long FirstSiteId = 4_100_000_001;

    private SimulatedWorld(JdSimulator jd, IReadOnlyList<RehearsedPlatform> platforms, HostSettings settings) => (Jd, Platforms, Settings) = (jd, platforms, settings);

    public JdSimulator Jd { get; }

    public IReadOnlyList<RehearsedPlatform> Platforms { get; }

    public HostSettings Settings { get; }

    public static async Task<SimulatedWorld> StartAsync(RehearsalRequest request, VirtualClock clock, CancellationToken cancellationToken)
    {
        var channels = Channels.Read(request.ConfigDirectory);
        var accounts = channels.JdAccounts.Select((name, index) => (name, account: Account(name, index, channels.PositionAccounts.Contains(name)))).ToDictionary(pair => pair.name, pair => pair.account);
        var rasterizer = new LibrsvgRasterizer();
        var jd = await JdSimulator.StartAsync(
            new JdSimulatorOptions
            {
                Clock = clock,
                Seed = request.Seed,
                Accounts = [.. accounts.Values.Select(account => new JdSimAccount(
                    account.AppKey, account.AppSecret, long.Parse(account.UnionId, System.Globalization.CultureInfo.InvariantCulture), account.SiteId!, account.LinkApi == JdLinkApi.BySubUnionId))],
                DrawImage = LibrsvgRasterizer.Probe().CanDraw ? svg => rasterizer.ToJpeg(svg, JpegOptions.Default, CancellationToken.None) : null,
            },
            cancellationToken);
        var platforms = await RehearsedPlatforms.StartAsync(channels, clock, request.Folder, cancellationToken);
        return new SimulatedWorld(jd, platforms, SettingsFor(request, jd, accounts, platforms));
    }

    public async ValueTask DisposeAsync()
    {
        await Jd.DisposeAsync();
        foreach (var platform in Platforms)
        {
            await platform.DisposeAsync();
        }
    }

    private static HostSettings SettingsFor(
        RehearsalRequest request, JdSimulator jd, Dictionary<string, JdAccount> accounts, IReadOnlyList<RehearsedPlatform> platforms) => new()
        {
            PublicBaseUrl = PublicAddress,
            Listen = "http://127.0.0.1:0",
            ConfigDirectory = request.ConfigDirectory,
            TemplateDirectory = request.TemplateDirectory,

            // A plugin would call its real platform.
            PluginDirectory = "",
            Storage = new StorageOptions { Path = Path.Combine(request.Folder, "dealbot.db"), SyncEveryCommit = false },
            Catalog = new CatalogOptions { DealsPerChannel = 120 },

            // One after another, so that the same seed gives the same day.
            Posting = new PostingOptions { Parallelism = 1, KeepPicturesDays = 365 },
            Images = new ImageOptions { Hosts = [jd.BaseAddress.Host], PrivateHosts = [jd.BaseAddress.Host], CacheMegabytes = 0 },
            Networks = new NetworkSettings { Jd = new JdOptions { Gateway = jd.Gateway.AbsoluteUri, Accounts = accounts, LinkHosts = [jd.BaseAddress.Host] } },
            Adapters = platforms.Aggregate(
                new AdapterSettings
                {
                    Preview = new PreviewOptions { Directory = Path.Combine(request.Folder, "preview") },
                    StandIns = PluginNames().ToDictionary(name => name, name => new PreviewOptions { Directory = Path.Combine(request.Folder, RehearsalFolder.StandIns, name) }),
                },
                (settings, platform) => platform.Configure(settings)),
        };

    private static JdAccount Account(string name, int index, bool byPosition) => new()
    {
        AppKey = $"rehearsal{index + 1:0000}",
        AppSecret = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)), 0, 16),
        UnionId = $"{FirstUnionId + index}",
        SiteId = $"{FirstSiteId + index}",
        LinkApi = byPosition ? JdLinkApi.Common : JdLinkApi.BySubUnionId,
    };

    /// <summary>Plugins are not loaded, but their groups have their day too: what they would get is written into folders.</summary>
    private static IEnumerable<string> PluginNames()
    {
        var folder = new HostSettings().PluginDirectory;
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(inner => Path.GetFileName(inner)!) : [];
    }
}
