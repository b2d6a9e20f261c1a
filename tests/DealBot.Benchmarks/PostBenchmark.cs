using System.Diagnostics;
using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Clicks;
using DealBot.Core.Posting;
using DealBot.Core.Rendering;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;
using DealBot.Host.Composition;
using DealBot.Imaging.Rasterizing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DealBot.Benchmarks;

/// <summary>Slots made into posts: 2 000 deals to select from, links from a network that answers at once, rendered and kept in the outbox.</summary>
internal static class PostBenchmark
{
    private const int Deals = 2_000;
    private const int Rounds = 5;
    private const int PostsARound = 30;

    public static async Task RunAsync(ScratchFolder folder)
    {
        using var foundation = await Stage.OpenAsync(folder, "posts");
        await using var services = new ServiceCollection().AddLogging().AddDealBot(foundation)
            .AddSingleton(new OwnerNetworks([new InstantNetwork()], foundation.Configuration))
            .BuildServiceProvider();
        await services.GetRequiredService<ICatalogStore>().RecordAsync([.. Enumerable.Range(0, Deals).Select(Stage.Deal)], CancellationToken.None);
        await services.GetRequiredService<DealCatalog>().RefreshAsync(CancellationToken.None);

        List<double> copy = [], poster = [], drawing = [];
        var moment = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
        for (var round = 0; round <= Rounds; round++)
        {
            var (copyRate, posterRate) = (await PostAsync(services, foundation, moment, withPoster: false), await PostAsync(services, foundation, moment.AddHours(6), withPoster: true));
            var drawingRate = Draw(services);
            moment = moment.AddDays(1);
            if (round > 0)
            {
                copy.Add(copyRate);
                poster.Add(posterRate);
                drawing.Add(drawingRate);
            }
        }

        Figures.Print("posts planned and rendered, copy only", Figures.Median(copy));
        Figures.Print("posts planned and rendered, copy and poster", Figures.Median(poster));
        Figures.Print("the same poster drawn and nothing else", Figures.Median(drawing));
        Figures.PrintRatio("  copy and poster / drawing alone", Figures.Median(poster.Zip(drawing, (post, alone) => post / alone)));
    }

    private static async Task<double> PostAsync(ServiceProvider services, Foundation foundation, DateTimeOffset from, bool withPoster)
    {
        var poster = services.GetRequiredService<SlotPoster>();
        var group = foundation.Configuration.Current.Groups[0];
        var plan = SlotPlan.Resolve(foundation.Configuration.Current, group, null, null);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < PostsARound; i++)
        {
            var slot = new Slot(group, from.AddMinutes(i), withPoster ? plan : plan with { Poster = null });
            if (await poster.PostAsync(slot, PostKind.Slot, named: null, mayDefer: false, CancellationToken.None) is not SlotOutcome.Planned)
            {
                throw new InvalidOperationException($"slot {slot.PostId} was not planned");
            }
        }

        return PostsARound / watch.Elapsed.TotalSeconds;
    }

    private static double Draw(ServiceProvider services)
    {
        var model = DealModel.Of(Stage.Deal(1), "https://deal.example.cn/g/7kq2mzp4xw3", null);
        var renderer = services.GetRequiredService<TemplateRenderer>();
        var post = new Templating.TemplateObject
        {
            ["deal"] = model,
            ["deals"] = new Templating.TemplateArray([model]),
            ["group"] = new Templating.TemplateObject { ["name"] = "基准群" },
            ["slot"] = new Templating.TemplateObject { ["hour"] = 9, ["month"] = 6, ["day"] = 1, ["time"] = "09:00", ["number"] = 1 },
        };
        var svg = renderer.Render("posters/classic.sbn-svg", post, CancellationToken.None);
        var rasterizer = services.GetRequiredService<IImageRasterizer>();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < PostsARound; i++)
        {
            rasterizer.ToJpeg(svg, JpegOptions.Default, CancellationToken.None);
        }

        return PostsARound / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Converts every link at once, so that only our own work is timed.</summary>
    private sealed class InstantNetwork : IAffiliateNetwork
    {
        public string Name => "jd";

        public string Account => "main";

        public NetworkLimits Limits { get; } = new(TimeSpan.FromHours(1), TimeSpan.FromDays(90));

        public IAsyncEnumerable<Deal> ListDealsAsync(DealQuery query, CancellationToken cancellationToken) => AsyncEnumerable.Empty<Deal>();

        public Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken) =>
            Task.FromResult<LinkResult>(new LinkResult.Converted(new TrackingLink(new Uri($"https://u.jd.com/{request.Tracking.SubId}"), request.Tracking, null)));

        public IAsyncEnumerable<OrderReport> PullOrdersAsync(OrderWindow window, CancellationToken cancellationToken) => AsyncEnumerable.Empty<OrderReport>();

        public OrderUpdate? ReadOrder(string raw, DateTimeOffset changedBy) => null;

        public Task<IReadOnlyList<AccountFault>> TestAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AccountFault>>([]);
    }
}
