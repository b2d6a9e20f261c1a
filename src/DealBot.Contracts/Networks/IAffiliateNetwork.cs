namespace DealBot.Contracts;

/// <summary>
/// One account of an affiliate network (联盟). Implementations sign, page, retry transport faults and read tolerantly; they keep
/// no state that matters. All members are safe to call from many threads and throw only <see cref="NetworkException"/> and
/// <see cref="OperationCanceledException"/>.
/// </summary>
public interface IAffiliateNetwork
{
    /// <summary>Network name, for example <c>jd</c>; the first part of every <see cref="DealKey"/>.</summary>
    string Name { get; }

    /// <summary>Name of the account in the configuration.</summary>
    string Account { get; }

    /// <summary>What the network allows.</summary>
    NetworkLimits Limits { get; }

    /// <summary>
    /// Promotion positions of the account that may be allotted to groups one each, so that an order tells its group where sub ids are not granted.
    /// </summary>
    IReadOnlyList<string> Positions => [];

    /// <summary>
    /// The account's general promotion position, as its orders name it: links carry it where no other is asked for. Null if there is none or it is not known.
    /// </summary>
    string? GeneralPosition => null;

    /// <summary>Lists deals page by page; an item seen on two pages comes once. Items that can't be read are left out.</summary>
    IAsyncEnumerable<Deal> ListDealsAsync(DealQuery query, CancellationToken cancellationToken);

    /// <summary>Asks for a deal again, as it is at this moment.</summary>
    /// <param name="deal">The deal as it was seen.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<DealCheck> RecheckAsync(Deal deal, CancellationToken cancellationToken) => Task.FromResult<DealCheck>(new DealCheck.NotTold(
        new Phrase("这个联盟不能单独查询一件商品", "this network can't be asked for a single item")));

    /// <summary>Converts a deal's link. Business refusals are values, not exceptions.</summary>
    Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Every order row of the window, which is at most <see cref="NetworkLimits.MaxOrderWindow"/> long. A row that can't be read comes as it
    /// is. One may come twice, and rows that move while pages are read must not be lost: read again until nothing new comes.
    /// </summary>
    IAsyncEnumerable<OrderReport> PullOrdersAsync(OrderWindow window, CancellationToken cancellationToken);

    /// <summary>
    /// Reads a row again that came earlier, by today's understanding. Is cheap, makes no call and does not throw: each confirmed row is read
    /// once a day, and may be <see cref="OrderStatus.Settled"/> by then since a payday that it names has passed.
    /// </summary>
    /// <param name="raw">The row as it came.</param>
    /// <param name="changedBy">Taken for its update time if it names none.</param>
    /// <returns>Null if it can't be booked.</returns>
    OrderUpdate? ReadOrder(string raw, DateTimeOffset changedBy);

    /// <summary>Tries the account with a cheap call and names each fault; empty if all is well. Does not throw for faults.</summary>
    Task<IReadOnlyList<AccountFault>> TestAsync(CancellationToken cancellationToken);
}
