using DealBot.Networks.Wire;

namespace DealBot.Networks.Pdd;

/// <summary>
/// The pages of one window, last page first, as Pinduoduo asks for: a row that changes while pages are read leaves the window, and all behind it move up
/// onto pages that are still to come.
/// </summary>
/// <param name="ask">Gets a page by its number in Pinduoduo's order; the flag asks for the total.</param>
/// <param name="pageSize">Rows a page.</param>
internal sealed class PddOrderPages(Func<int, bool, CancellationToken, Task<WireNode>> ask, int pageSize)
{
    private int _page;
    private bool _ascends;

    /// <param name="number">1 for the page to begin with, and one more each time.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<OrderRowPage> FetchAsync(int number, CancellationToken cancellationToken)
    {
        if (number > 1)
        {
            _page += _ascends ? 1 : -1;
            return Page(await ask(_page, false, cancellationToken));
        }

        var first = await ask(1, true, cancellationToken);
        var total = first["total_count"].Count ?? 0;

        // A total that the page itself belies counts for as little as none; pages are then read while they are full.
        (_page, _ascends) = (1, total < first["order_list"].Items.Count());
        var pages = (int)(((long)total + pageSize - 1) / pageSize);
        if (_ascends || pages <= 1)
        {
            return Page(first);
        }

        // What the first page holds now counts for nothing: it is read again when all behind it has come.
        _page = pages;
        return Page(await ask(_page, false, cancellationToken));
    }

    private OrderRowPage Page(WireNode answer)
    {
        WireNode[] rows = [.. answer["order_list"].Items];
        return new OrderRowPage(rows, _ascends ? rows.Length >= pageSize : _page > 1);
    }
}
