using System.Globalization;
using DealBot.Contracts;

namespace DealBot.Benchmarks.Orders;

/// <summary>
/// A network account with a steady flow of orders: each is paid, confirmed a week later, settled after three, by then in part or whole
/// refunded now and then. Ids begin with the day and are in no order within it, as those of most networks.
/// </summary>
internal sealed class OrderStream(int orders) : IAffiliateNetwork
{
    public const int Groups = 500;
    public const int LinksPerGroup = 40;

    /// <summary>A large account: a million orders come in two months.</summary>
    private const int OrdersAnHour = 700;

    public static readonly DateTimeOffset Start = new(2026, 6, 1, 0, 0, 0, TimeSpan.FromHours(8));

    private static readonly TimeSpan Confirmed = TimeSpan.FromDays(7);
    private static readonly TimeSpan Settled = TimeSpan.FromDays(21);
    private static readonly string Padding = new('x', 420);

    public string Name => "jd";

    public string Account => "main";

    public NetworkLimits Limits { get; } = new(TimeSpan.FromHours(1), TimeSpan.FromDays(90));

    /// <summary>The windows that bring everything, oldest first.</summary>
    public IEnumerable<OrderWindow> Windows => Enumerable
        .Range(0, (orders / OrdersAnHour) + 1 + (int)Settled.TotalHours)
        .Select(hour => new OrderWindow(Start.AddHours(hour), Start.AddHours(hour + 1)));

    /// <summary>The code of a link that a group got.</summary>
    public static string Code(int number) => string.Create(11, number, static (code, left) =>
    {
        const string letters = "23456789abcdefghjkmnpqrstuvwxyz";
        for (var i = 0; i < code.Length; i++)
        {
            code[i] = letters[left % letters.Length];
            left = (left / letters.Length) + (i * 7);
        }
    });

    public static string GroupId(int number) => $"group-{number % Groups:000}";

    /// <summary>What a window brings: what was ordered in it, what was ordered a week and three before.</summary>
    public IEnumerable<OrderUpdate> Updates(OrderWindow window) =>
        from age in new[] { TimeSpan.Zero, Confirmed, Settled }
        let first = IndexOf(window.From - age)
        let end = IndexOf(window.To - age)
        from index in Enumerable.Range(first, end - first)
        select Update(index, age);

    public async IAsyncEnumerable<OrderReport> PullOrdersAsync(OrderWindow window, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var update in Updates(window))
        {
            yield return OrderReport.Of(update);
        }
    }

    public IAsyncEnumerable<Deal> ListDealsAsync(DealQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public OrderUpdate? ReadOrder(string raw, DateTimeOffset changedBy) => throw new NotSupportedException();

    public Task<IReadOnlyList<AccountFault>> TestAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    private int IndexOf(DateTimeOffset moment) => (int)Math.Clamp((moment - Start).TotalHours * OrdersAnHour, 0, orders);

    private OrderUpdate Update(int index, TimeSpan age)
    {
        var random = unchecked((uint)index * 2_654_435_761u);
        var orderedAt = Start + (TimeSpan.FromHours(1) * ((double)index / OrdersAnHour));
        var fee = new Money(100 + (random % 3000));
        var status = age == TimeSpan.Zero ? OrderStatus.Paid
            : age == Confirmed ? OrderStatus.Confirmed
            : random % 100 < 3 ? OrderStatus.Invalid : OrderStatus.Settled;
        var actual = status is OrderStatus.Paid or OrderStatus.Invalid ? Money.Zero : random % 100 is 50 or 51 && status == OrderStatus.Settled ? new Money(fee.Fen / 2) : fee;
        var id = string.Create(CultureInfo.InvariantCulture, $"{orderedAt:yyMMdd}-{random:0000000000}");
        return new OrderUpdate
        {
            Network = Name,
            RowId = id,
            OrderId = id,
            Deal = new DealKey(Name, string.Create(CultureInfo.InvariantCulture, $"item{random % 4000}")),
            Title = "清风抽纸 家用实惠装 24 包",
            Status = status,
            StatusCode = ((int)status).ToString(CultureInfo.InvariantCulture),
            StatusText = new Phrase("状态", "status"),
            OrderedAt = orderedAt,
            ModifiedAt = orderedAt + age,
            EstimatedBase = fee * 10,
            EstimatedFee = fee,
            ActualBase = actual * 10,
            ActualFee = actual,
            Tracking = new Tracking(SubId(random), null),
            Raw = $$"""{"id":"{{id}}","status":{{(int)status}},"fee":{{fee}},"actual":{{actual}},"padding":"{{Padding}}"}""",
        };
    }

    /// <summary>Most orders name their link, some their group alone, a few nothing known.</summary>
    private static string? SubId(uint random)
    {
        var group = (int)(random / 7 % Groups);
        return (random / 11 % 20) switch
        {
            0 => null,
            < 5 => GroupId(group),
            _ => $"{GroupId(group)}_{Code((group * LinksPerGroup) + (int)(random / 13 % LinksPerGroup))}",
        };
    }
}
