using DealBot.Networks.Wire;

namespace DealBot.Networks.Pdd;

/// <summary>The pages of one window, each asked for by the last order of the one before.</summary>
/// <param name="ask">Gets the page behind an order; null for the first.</param>
/// <param name="pageSize">Rows a page; a shorter one is the last.</param>
internal sealed class PddOrderCursor(Func<string?, CancellationToken, Task<WireNode>> ask, int pageSize)
{
    private string? _last;

    /// <param name="number">1 for the page to begin with, and one more each time.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<OrderRowPage> FetchAsync(int number, CancellationToken cancellationToken)
    {
        var answer = await ask(number == 1 ? null : _last, cancellationToken);
        WireNode[] rows = [.. answer["order_list"].Items];
        var before = _last;
        _last = answer["last_order_id"].Text;
        return new OrderRowPage(rows, rows.Length >= pageSize && _last is not null && (number == 1 || _last != before));
    }
}
