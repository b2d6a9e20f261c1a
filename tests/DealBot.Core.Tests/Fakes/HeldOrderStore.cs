using DealBot.Core.Orders;

namespace DealBot.Core.Tests.Fakes;

/// <summary>Keeps nothing until it may.</summary>
internal sealed class HeldOrderStore : IOrderStore
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayKeep = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when it has been asked to keep something.</summary>
    public Task Asked => _asked.Task;

    public List<OrderBatch> Batches { get; } = [];

    /// <summary>Rows of the batches that were kept.</summary>
    public List<string> Kept { get; } = [];

    public void LetGo() => _mayKeep.TrySetResult();

    public void Fail(Exception exception) => _mayKeep.TrySetException(exception);

    public Task<OrderReach?> ReachAsync(string network, string account, CancellationToken cancellationToken) => Task.FromResult<OrderReach?>(null);

    public async Task<SavedOrders> SaveAsync(OrderBatch batch, CancellationToken cancellationToken)
    {
        Batches.Add(batch);
        _asked.TrySetResult();
        await _mayKeep.Task;
        Kept.AddRange(batch.Orders.Select(order => order.Order.RowId));
        return SavedOrders.None;
    }
}
