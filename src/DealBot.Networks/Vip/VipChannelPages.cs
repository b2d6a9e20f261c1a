using DealBot.Networks.Wire;

namespace DealBot.Networks.Vip;

/// <summary>Walks the pages of one channel once. Each is asked for by what the one before said.</summary>
/// <param name="fetch">Gets the page that begins at an offset of a batch.</param>
internal sealed class VipChannelPages(Func<int, string?, CancellationToken, Task<VipChannelPage>> fetch)
{
    private int _offset;
    private string? _batchNo;

    /// <summary>The page after the one before.</summary>
    public async Task<DealPage> NextAsync(int number, CancellationToken cancellationToken)
    {
        var page = await fetch(_offset, _batchNo, cancellationToken);
        (_offset, _batchNo) = (page.NextOffset, page.BatchNo ?? _batchNo);
        return new DealPage(page.Rows, page.IsLast);
    }
}
