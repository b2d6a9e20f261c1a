using DealBot.Contracts;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Market;

/// <summary>The platform's books of orders. All members are safe to call from many threads.</summary>
internal sealed class MarketOrderBook(NetworkSimulatorOptions options, MarketTerms terms, MarketPrices market, MarketLinks links, NetworkFaults faults)
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private readonly HashSet<long> _orderIds = [];
    private readonly Dictionary<string, int> _ordersOfLink = [];

    /// <summary>All orders as they are.</summary>
    public IReadOnlyList<MarketOrder> Snapshot()
    {
        lock (_lock)
            return [.. _entries.Select(entry => entry.Order)];
    }

    /// <summary>All orders as the order query shows them: a late change is not to be seen yet.</summary>
    public IReadOnlyList<MarketOrder> Visible()
    {
        var now = options.Clock.GetUtcNow();
        lock (_lock)
            return [.. _entries.Select(entry => entry.VisibleAt(now))];
    }

    /// <summary>Buys through a visit; null if the item is sold out.</summary>
    /// <exception cref="ArgumentException">There was no such visit.</exception>
    public MarketOrder? TryBuy(string visitId, int quantity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quantity, 1);
        if (!links.TryFindVisit(visitId, out var link))
            throw new ArgumentException($"No visit {visitId}.", nameof(visitId));

        var now = options.Clock.GetUtcNow();
        var offer = market.OfferAt(link.Item, now);
        if (!offer.InStock)
            return null;

        lock (_lock)
        {
            // Drawn from the link and its own count, so that the order in which different links sell changes nothing.
            var nth = _ordersOfLink[link.Code] = _ordersOfLink.GetValueOrDefault(link.Code) + 1;
            var random = new StableRandom(options.Seed, "order", link.Opaque, nth);
            var order = Write(link, visitId, quantity, offer, now, random);
            var (bought, changes) = MarketOrderLife.Plan(order, options.OrderPace, random);
            var entry = new Entry(bought, changes);
            _entries.Add(entry);
            return entry.Order;
        }
    }

    /// <summary>Applies every change that is due; modifyTime is the moment at which the books took it up.</summary>
    public void Advance()
    {
        var now = Beijing.ToTheSecond(options.Clock.GetUtcNow());
        lock (_lock)
        {
            foreach (var entry in _entries.Where(entry => entry.IsDue(now)))
            {
                if (entry.Apply(now, faults.Take(NetworkFault.UnmarkedChange, null)) && faults.Take(NetworkFault.LateStatusChange, null))
                    entry.HideUntil(now + faults.LateBy);
            }
        }
    }

    private MarketOrder Write(MarketLink link, string visitId, int quantity, MarketOffer offer, DateTimeOffset now, StableRandom random)
    {
        var total = offer.Price * quantity;
        var paid = link.Coupon is { } coupon && coupon.EndsAt >= now ? coupon.Reduce(total) : total;
        var orderId = FreshOrderId(random);
        var order = new MarketOrder
        {
            OrderId = orderId,
            RowNumber = random.Next(100_000),
            VisitId = visitId,
            Account = link.Account,
            Tracking = link.Tracking,
            Item = link.Item,
            Quantity = quantity,
            State = MarketOrderState.Unpaid,
            ClickedAt = Beijing.ToTheSecond(now),
            OrderedAt = Beijing.ToTheSecond(now),
            ModifiedAt = Beijing.ToTheSecond(now),
            UnitPrice = offer.Price,
            EstimatedBase = paid,
            EstimatedFee = Money.Zero,
            CommissionRate = link.Item.CommissionRate,
            OwnRate = terms.OwnRate,
            SubsidyRate = terms.Subsidy(link.Item),
        };
        return order with { EstimatedFee = order.FeeOf(paid) };
    }

    private long FreshOrderId(StableRandom random)
    {
        while (true)
        {
            var id = 300_000_000_000 + (long)(random.NextBits() % 99_999_999_999);
            if (_orderIds.Add(id))
                return id;
        }
    }

    private sealed class Entry(MarketOrder order, IReadOnlyList<MarketOrderChange> changes)
    {
        private readonly Queue<MarketOrderChange> _changes = new(changes);
        private MarketOrder _before = order;
        private DateTimeOffset _hiddenUntil = DateTimeOffset.MinValue;

        public MarketOrder Order { get; private set; } = order;

        public MarketOrder VisibleAt(DateTimeOffset now) => now < _hiddenUntil ? _before : Order;

        public bool IsDue(DateTimeOffset now) => _changes.TryPeek(out var next) && next.At <= now;

        public bool Apply(DateTimeOffset now, bool unmarked)
        {
            var before = Order;
            while (IsDue(now) && _changes.TryDequeue(out var next))
                Order = next.Apply(Order, next.At) with { ModifiedAt = unmarked ? Order.ModifiedAt : now };

            if (Order == before)
                return false;

            _before = VisibleAt(now) == Order ? before : _before;
            return true;
        }

        public void HideUntil(DateTimeOffset moment) => _hiddenUntil = moment;
    }
}
