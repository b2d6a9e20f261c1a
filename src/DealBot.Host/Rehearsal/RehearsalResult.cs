using System.Diagnostics;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Metrics;
using DealBot.Core.Posting;
using DealBot.Simulators.Market;

namespace DealBot.Host.Rehearsal;

/// <summary>What came of a rehearsal.</summary>
internal sealed record RehearsalResult
{
    public required RehearsalRequest Request { get; init; }

    public required DealBotConfiguration Configuration { get; init; }

    public required IReadOnlyList<ArchivedPost> Posts { get; init; }

    public required IReadOnlyDictionary<string, Figures> Figures { get; init; }

    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>Orders that the networks say were paid and not cancelled.</summary>
    public required int NetworkOrders { get; init; }

    /// <summary>Commission that the networks say they bring.</summary>
    public required Money NetworkCommission { get; init; }

    public required TimeSpan Elapsed { get; init; }

    public Figures Total => Core.Metrics.Figures.Sum(Figures.Values);

    /// <summary>Whether the books agree with the networks to the fen.</summary>
    public bool BooksAgree => Total.Orders == NetworkOrders && Total.Commission == NetworkCommission;

    public int SkipsOf(Group group) => Posts.Count(post => post.GroupId == group.Id && post.State is not "sent");

    /// <summary>The digests an owner got, day by day in the owner's time zone.</summary>
    public IEnumerable<(DateOnly Day, List<ChatMessage> Messages)> DigestsOf(Owner owner) => Messages
        .Where(message => message.Adapter == owner.Digest.Adapter && message.Address == owner.Digest.Address)
        .GroupBy(message => DateOnly.FromDateTime(Local(message.At, owner.Digest.TimeZone)))
        .Select(day => (day.Key, day.ToList()));

    public static DateTime Local(DateTimeOffset at, string zone) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;

    public static async Task<RehearsalResult> ReadAsync(
        RehearsalRequest request, IServiceProvider services, SimulatedWorld world, ChatLog chats, Stopwatch watch, CancellationToken cancellationToken)
    {
        var configuration = services.GetRequiredService<LiveConfiguration>().Current;
        var hourly = await services.GetRequiredService<IMetricsStore>()
            .HourlyAsync([.. configuration.Groups.Select(group => group.Id)], request.Start, request.End.AddHours(1), cancellationToken);
        var counted = world.Networks.SelectMany(network => network.Simulator.Sales.Where(IsCounted).Select(order => (network.Name, Order: order))).ToList();
        return new RehearsalResult
        {
            Request = request,
            Configuration = configuration,
            Posts = await services.GetRequiredService<IPostArchive>().ListAsync(request.Start, request.End, cancellationToken),
            Figures = configuration.Groups.ToDictionary(
                group => group.Id,
                group => Core.Metrics.Figures.Sum(hourly.Where(hour => hour.GroupId == group.Id).Select(hour => hour.Figures))),
            Messages = chats.Messages,
            NetworkOrders = counted.DistinctBy(sale => (sale.Name, sale.Order.OrderId)).Count(),
            NetworkCommission = new Money(counted.Sum(sale => FeeOf(sale.Order).Fen)),
            Elapsed = watch.Elapsed,
        };
    }

    private static bool IsCounted(MarketOrder order) => order.State is MarketOrderState.Paid or MarketOrderState.Received or MarketOrderState.Settled;

    private static Money FeeOf(MarketOrder order) => order.State == MarketOrderState.Paid ? order.EstimatedFee : order.ActualFee;
}
