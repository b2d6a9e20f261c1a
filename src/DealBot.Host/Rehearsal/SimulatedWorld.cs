using DealBot.Adapters.Preview;
using DealBot.Core.Catalog;
using DealBot.Core.Links;
using DealBot.Core.Posting;
using DealBot.Core.Rendering;
using DealBot.Host.Rehearsal.Networks;
using DealBot.Host.Rehearsal.Platforms;
using DealBot.Host.Settings;
using DealBot.Imaging.Rasterizing;
using DealBot.Storage;

namespace DealBot.Host.Rehearsal;

/// <summary>The platforms of a rehearsed day, on this machine, and settings that lead there. No key of the owner's is used.</summary>
internal sealed class SimulatedWorld : IAsyncDisposable
{
    /// <summary>What members see in links. The rehearsal follows them to the service itself, whose port is another every time.</summary>
    public static readonly Uri PublicAddress = new("https://deal.example.cn");

    private SimulatedWorld(IReadOnlyList<RehearsedNetwork> networks, IReadOnlyList<RehearsedPlatform> platforms, HostSettings settings) =>
        (Networks, Platforms, Settings) = (networks, platforms, settings);

    public IReadOnlyList<RehearsedNetwork> Networks { get; }

    public IReadOnlyList<RehearsedPlatform> Platforms { get; }

    public HostSettings Settings { get; }

    public static async Task<SimulatedWorld> StartAsync(RehearsalRequest request, VirtualClock clock, CancellationToken cancellationToken)
    {
        var channels = Channels.Read(request.ConfigDirectory);
        var rasterizer = new LibrsvgRasterizer();
        Func<string, byte[]>? draw = LibrsvgRasterizer.Probe().CanDraw ? svg => rasterizer.ToJpeg(svg, JpegOptions.Default, CancellationToken.None) : null;
        var networks = await RehearsedNetworks.StartAsync(channels, clock, request.Seed, draw, cancellationToken);
        var platforms = await RehearsedPlatforms.StartAsync(channels, clock, request.Folder, cancellationToken);
        return new SimulatedWorld(networks, platforms, SettingsFor(request, networks, platforms));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var network in Networks)
        {
            await network.DisposeAsync();
        }

        foreach (var platform in Platforms)
        {
            await platform.DisposeAsync();
        }
    }

    private static HostSettings SettingsFor(
        RehearsalRequest request, IReadOnlyList<RehearsedNetwork> networks, IReadOnlyList<RehearsedPlatform> platforms) => new()
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

            // Where a wait ends at once, a limit would be reached at once; and nobody rehearses test links.
            Links = new ConversionOptions { ConvertSeconds = 0, CanaryMinutes = 0 },
            Images = new ImageOptions { Hosts = PictureHosts(networks), PrivateHosts = PictureHosts(networks), CacheMegabytes = 0 },
            Networks = networks.Aggregate(new NetworkSettings(), (settings, network) => network.Configure(settings)),
            Adapters = platforms.Aggregate(
                new AdapterSettings
                {
                    Preview = new PreviewOptions { Directory = Path.Combine(request.Folder, "preview") },
                    StandIns = PluginNames().ToDictionary(name => name, name => new PreviewOptions { Directory = Path.Combine(request.Folder, RehearsalFolder.StandIns, name) }),
                },
                (settings, platform) => platform.Configure(settings)),
        };

    private static string[] PictureHosts(IReadOnlyList<RehearsedNetwork> networks) => [.. networks.Select(network => network.Simulator.BaseAddress.Host).Distinct()];

    /// <summary>Plugins are not loaded, but their groups have their day too: what they would get is written into folders.</summary>
    private static IEnumerable<string> PluginNames()
    {
        var folder = new HostSettings().PluginDirectory;
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(inner => Path.GetFileName(inner)!) : [];
    }
}
