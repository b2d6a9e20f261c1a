using DealBot.Contracts;
using FsCheck;
using FsCheck.Fluent;

namespace DealBot.Core.Tests.Ledger;

/// <summary>Random histories of the books, across the end of a month.</summary>
internal static class BookHistories
{
    /// <summary>Two days before July, in the hours after which all orders are made.</summary>
    public static readonly DateTimeOffset Start = Some.Shanghai("2026-06-29 09:00");

    /// <summary>Hours from <see cref="Start"/> within which orders are made, while terms are edited.</summary>
    public const int OrderHours = 72;

    private static readonly OrderStatus[] Statuses =
        [OrderStatus.Created, OrderStatus.Paid, OrderStatus.Confirmed, OrderStatus.Settled, OrderStatus.Settled, OrderStatus.Invalid, OrderStatus.Unknown];

    private static readonly string?[] Groups = [null, "mama-1", "mama-2"];

    public static readonly Gen<BookHistory> All =
        from count in Gen.Choose(1, 5)
        from orders in Gen.CollectToList(Enumerable.Range(0, count), Order)
        let versions = orders.SelectMany(order => order).ToList()
        from events in Gen.ListOf(Event(count, versions.Count), 24)
        select new BookHistory(versions, [.. events]);

    private static Gen<IReadOnlyList<OrderUpdate>> Order(int number) =>
        from ordered in Gen.Choose(0, OrderHours - 1)
        from subId in Gen.Elements(Groups)
        from statuses in Gen.ListOf(Gen.Elements(Statuses), 5)
        from fees in Gen.ListOf(Gen.Choose(-300, 3000), 5)
        from estimate in Gen.Choose(0, 3000)
        select (IReadOnlyList<OrderUpdate>)[.. statuses.Select((status, version) => Version(number, version, Start.AddHours(ordered), subId) with
        {
            Status = status,
            EstimatedFee = new Money(estimate),
            ActualFee = new Money(status is OrderStatus.Confirmed or OrderStatus.Settled ? fees[version] : 0),
        })];

    private static OrderUpdate Version(int number, int version, DateTimeOffset ordered, string? subId) =>
        Some.Order($"r{number}", orderedAt: ordered, modifiedAt: ordered.AddDays(version).AddMinutes(1), tracking: new Tracking(subId, null)) with
        {
            Raw = $"order {number} version {version}",
        };

    private static Gen<BookEvent> Event(int orders, int versions) => Gen.Frequency(
        (10, from hours in Hours from rows in Gen.ListOf(Gen.Choose(0, versions - 1), 3) select (BookEvent)new BookEvent.Arrives(hours, [.. rows])),
        (4, from hours in Hours from order in Gen.Choose(0, orders - 1) from groupId in Gen.Elements(Groups) select (BookEvent)new BookEvent.Claimed(hours, order, groupId)),
        (2, from hours in Hours select (BookEvent)new BookEvent.Recounted(hours)),
        (3, from hours in Hours
            from promoter in Gen.Choose(1, 60)
            from inviter in Gen.Choose(1, 15)
            from platform in Gen.Choose(0, 10)
            select (BookEvent)new BookEvent.TermsEdited(hours, promoter, inviter, platform)),
        (4, from hours in Hours
            from promoter in Gen.Elements("zhang", "zhao", "chen")
            from month in Gen.Elements(202606, 202607, BookStage.AllMonths)
            from fen in Gen.Elements<int?>(null, null, 1, 50, 400)
            select (BookEvent)new BookEvent.PaidOut(hours, promoter, month, fen)));

    /// <summary>Slowly at first, so that terms change between orders; now and then weeks, and sometimes back.</summary>
    private static Gen<int> Hours => Gen.Frequency((8, Gen.Choose(0, 9)), (1, Gen.Choose(-20, -1)), (1, Gen.Choose(24, 600)));
}
