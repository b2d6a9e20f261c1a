using DealBot.Contracts;
using DealBot.Core.Orders;

namespace DealBot.Core.Tests.Fakes;

/// <summary>Keeps batches. Rows are new the first time they come.</summary>
internal sealed class FakeOrderStore : IOrderStore
{
    private readonly HashSet<string> _known = [];
    private readonly HashSet<string> _unreadable = [];

    public OrderReach? Reach { get; set; }

    public List<OrderBatch> Saves { get; } = [];

    public Task<OrderReach?> ReachAsync(string network, string account, CancellationToken cancellationToken) => Task.FromResult(Reach);

    public Task<SavedOrders> SaveAsync(OrderBatch batch, CancellationToken cancellationToken)
    {
        Saves.Add(batch);
        var fresh = batch.Orders.Where(order => _known.Add($"{order.Order.Network}/{order.Order.Raw}"));
        return Task.FromResult(new SavedOrders([.. fresh.Select(order => new OrderChange(order, true, Money.Zero))], batch.Unreadable.Count(row => _unreadable.Add(row.Raw))));
    }
}
