using DealBot.Contracts;
using DealBot.Core.Orders;

namespace DealBot.Core.Tests.Fakes;

internal sealed class FakeOrderHistory : IOrderHistory
{
    public IReadOnlyList<string> Booked { get; set; } = [];

    /// <summary>What is booked as confirmed, by row id; a page holds two.</summary>
    public List<OrderVersions> Confirmed { get; } = [];

    /// <summary>Since when confirmed rows were asked for, one for each page.</summary>
    public List<DateTimeOffset> Since { get; } = [];

    public Task<IReadOnlyList<string>> BookedAsync(string network, string account, OrderWindow window, CancellationToken cancellationToken) => Task.FromResult(Booked);

    public Task<IReadOnlyList<OrderVersions>> ConfirmedAsync(string network, string account, DateTimeOffset since, string after, CancellationToken cancellationToken)
    {
        Since.Add(since);
        return Task.FromResult<IReadOnlyList<OrderVersions>>([.. Confirmed.Where(row => string.CompareOrdinal(row.RowId, after) > 0).Take(2)]);
    }

    public Task<IReadOnlyList<OrderVersions>> PageAsync(OrderSpan? span, OrderVersions? after, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<OrderVersions>>([]);

    public Task<RecountFigures> RebookAsync(IReadOnlyList<RebookedOrder> rows, CancellationToken cancellationToken) => Task.FromResult(RecountFigures.None);

    public Task<RecountFigures> ClearHoursAsync(OrderSpan span, CancellationToken cancellationToken) => Task.FromResult(RecountFigures.None);
}
