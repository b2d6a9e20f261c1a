using System.Runtime.CompilerServices;
using DealBot.Contracts;

namespace DealBot.Core.Tests.Fakes;

/// <summary>A network that converts every link, unless told otherwise, and lists and reports what it is given.</summary>
internal sealed class FakeNetwork(string name = "jd", string account = "main") : IAffiliateNetwork, IItemLinks
{
    public string Name => name;

    public string Account => account;

    public NetworkLimits Limits { get; set; } = new(TimeSpan.FromHours(1), TimeSpan.FromDays(30)) { SubIdLength = 80 };

    public IReadOnlyList<string> Positions { get; init; } = [];

    public string? GeneralPosition { get; set; }

    /// <summary>What becomes of a conversion; a converted link carries what was asked for.</summary>
    public Func<LinkRequest, LinkResult> Convert { get; set; } = Converted;

    /// <summary>Waited for before a conversion, a listing or a window of orders is answered; one that never ends is a network that hangs, whatever token it is given.</summary>
    public Task Answering { get; set; } = Task.CompletedTask;

    /// <summary>Deals that a query lists; a null ends the list with an exception.</summary>
    public Func<DealQuery, IEnumerable<Deal?>> Deals { get; set; } = _ => [];

    /// <summary>Orders that a window holds; a null ends them with an exception.</summary>
    public Func<OrderWindow, IEnumerable<OrderUpdate?>> Orders { get; set; } = _ => [];

    /// <summary>Rows of a window that can't be read.</summary>
    public Func<OrderWindow, IEnumerable<string>> Unreadable { get; set; } = _ => [];

    /// <summary>Items that links in a text lead to.</summary>
    public Func<string, IReadOnlyList<string>> Links { get; set; } = _ => [];

    /// <summary>What a test of the account finds.</summary>
    public IReadOnlyList<AccountFault> Faults { get; set; } = [];

    /// <summary>What a row that came earlier says.</summary>
    public Func<string, OrderUpdate?> Read { get; set; } = _ => null;

    public List<LinkRequest> Asked { get; } = [];

    public List<OrderWindow> Windows { get; } = [];

    public IReadOnlyList<string> ItemsIn(string text) => Links(text);

    public static LinkResult Converted(LinkRequest request) => new LinkResult.Converted(
        new TrackingLink(new Uri($"https://union.example/{request.Deal.Key.ItemId}/{request.Tracking.SubId}"), request.Tracking, null));

    public static LinkResult Refused(bool accountFault = false) => new LinkResult.Refused("2001402", Some.Phrase, accountFault);

    /// <summary>A refusal that passes by itself: of every deal, or of this one.</summary>
    public static LinkResult Passing(bool ofAll = true) => new LinkResult.Refused("500", Some.Phrase, AccountFault: ofAll) { IsPassing = true };

    public static NetworkException Exception(bool transient = true) => new("jd", "transport", Some.Phrase, transient);

    public async IAsyncEnumerable<Deal> ListDealsAsync(DealQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Answering;
        foreach (var deal in Deals(query))
        {
            yield return deal ?? throw Exception();
        }
    }

    /// <summary>What is said of a deal that is asked for again; it is as it was seen, unless told otherwise.</summary>
    public Func<Deal, CancellationToken, Task<DealCheck>> Recheck { get; set; } = (deal, _) => Task.FromResult<DealCheck>(new DealCheck.Found(deal));

    public static Task<DealCheck> NotTold(Deal deal, CancellationToken cancellationToken) => Task.FromResult<DealCheck>(new DealCheck.NotTold(Some.Phrase));

    /// <summary>Items that were asked for again.</summary>
    public List<string> Rechecked { get; } = [];

    public Task<DealCheck> RecheckAsync(Deal deal, CancellationToken cancellationToken)
    {
        lock (Rechecked)
        {
            Rechecked.Add(deal.Key.ItemId);
        }

        return Recheck(deal, cancellationToken);
    }

    public async Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            Asked.Add(request);
        }

        await Answering;
        return Convert(request);
    }

    public async IAsyncEnumerable<OrderReport> PullOrdersAsync(OrderWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Windows.Add(window);
        await Answering;
        foreach (var order in Orders(window))
        {
            yield return OrderReport.Of(order ?? throw Exception());
        }

        foreach (var raw in Unreadable(window))
        {
            yield return new OrderReport(raw, null, null);
        }
    }

    public OrderUpdate? ReadOrder(string raw, DateTimeOffset changedBy) => Read(raw);

    public Task<IReadOnlyList<AccountFault>> TestAsync(CancellationToken cancellationToken) => Task.FromResult(Faults);
}
