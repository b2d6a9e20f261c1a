using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;
using FsCheck;
using FsCheck.Fluent;

namespace DealBot.Storage.Tests.Sqlite;

/// <summary>Histories of a few orders, and the many ways in which a network may deliver them.</summary>
internal static class LedgerHistories
{
    private static readonly OrderStatus[] Statuses =
        [OrderStatus.Created, OrderStatus.Paid, OrderStatus.Confirmed, OrderStatus.Settled, OrderStatus.Invalid, OrderStatus.Unknown];

    /// <summary>The terms are those of the order for good; every rate and every party comes up.</summary>
    private static readonly Gen<CommissionTerms> Terms =
        from promoter in Gen.Elements<string?>(null, "zhang", "wang")
        from rate in Gen.Choose(0, 6000)
        from inviter in Gen.Elements<string?>(null, "zhao")
        from above in Gen.Choose(0, 1500)
        from platform in Gen.Choose(0, 1000)
        select new CommissionTerms("li")
        {
            PromoterId = promoter,
            PromoterRate = new Rate(promoter is null ? 0 : rate),
            InviterId = promoter is null ? null : inviter,
            InviterRate = new Rate(promoter is null || inviter is null ? 0 : above),
            PlatformRate = new Rate(platform),
        };

    /// <summary>One order: some versions, each modified later than the one before, in any status and of any amount, refunds and revivals among them.</summary>
    private static Gen<IReadOnlyList<AttributedOrder>> Order(int number) =>
        from terms in Terms
        from statuses in Gen.ListOf(Gen.Elements(Statuses))
        from fees in Gen.ListOf(Gen.Choose(-300, 3000), 8)
        from estimate in Gen.Choose(0, 3000)
        select (IReadOnlyList<AttributedOrder>)[.. statuses.Prepend(OrderStatus.Paid).Take(7).Select((status, version) => Version(number, version, status, fees[version], estimate, terms))];

    /// <summary>What is delivered: each version once, in the order of modification, order by order in turn.</summary>
    public static readonly Gen<IReadOnlyList<AttributedOrder>> All =
        from count in Gen.Choose(1, 5)
        from orders in Gen.CollectToList(Enumerable.Range(0, count), Order)
        select (IReadOnlyList<AttributedOrder>)[.. orders.SelectMany(order => order).OrderBy(row => row.Order.ModifiedAt)];

    /// <summary>A delivery: all of it at least once, some of it again, in any order, cut anywhere into batches, of which some are lost at first.</summary>
    public static Gen<IReadOnlyList<Delivery>> Delivered(IReadOnlyList<AttributedOrder> history) =>
        from again in Gen.SubListOf<AttributedOrder>([.. history])
        from shuffled in Gen.Shuffle<AttributedOrder>([.. history, .. again])
        from cuts in Gen.ListOf(Gen.Choose(1, 6), shuffled.Length)
        from crashes in Gen.ListOf(Gen.Choose(0, 3), shuffled.Length)
        from gaps in Gen.ListOf(Gen.Choose(-3, 12), shuffled.Length)
        select (IReadOnlyList<Delivery>)[.. Cut(shuffled, cuts, crashes, gaps)];

    private static IEnumerable<Delivery> Cut(AttributedOrder[] rows, IReadOnlyList<int> cuts, IReadOnlyList<int> crashes, IReadOnlyList<int> gaps)
    {
        var seenAt = Some.Morning;
        for (var (at, batch) = (0, 0); at < rows.Length; at += cuts[batch], batch++)
        {
            // The clock may go back between two batches.
            seenAt = seenAt.AddDays(gaps[batch]);
            yield return new Delivery([.. rows.Skip(at).Take(cuts[batch])], seenAt, CrashesFirst: crashes[batch] == 0);
        }
    }

    private static AttributedOrder Version(int number, int version, OrderStatus status, int fee, int estimate, CommissionTerms terms)
    {
        var order = Some.Order($"r{number}", status, modifiedAt: Some.Morning.AddDays(version).AddMinutes(number)) with
        {
            EstimatedFee = new Money(estimate),
            ActualFee = new Money(status is OrderStatus.Confirmed or OrderStatus.Settled ? fee : 0),
            Raw = $"order {number} version {version}",
        };
        return Some.Attributed(order) with { Terms = terms };
    }
}
