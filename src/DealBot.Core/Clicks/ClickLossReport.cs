using System.Data.Common;
using DealBot.Contracts;
using DealBot.Core.Notices;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Clicks;

/// <summary>Puts clicks that could not be kept on record and tells the owners, as soon as the database can be written again.</summary>
public sealed class ClickLossReport(ClickLosses losses, IClickStore store, INotices notices, ILogger<ClickLossReport> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var lost = losses.Take();
        if (lost.Count == 0)
        {
            return;
        }

        try
        {
            await store.CountLostAsync(lost, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception)
        {
            losses.PutBack(lost);
            ClickEvents.LossNotRecorded(logger, exception);
            return;
        }

        var count = lost.Sum(part => part.Count);
        await notices.TellAsync(
            new Notice(null, "clicks_lost", "clicks", new Phrase(
                $"有 {count} 次点击没能记录（群成员仍然打开了商品页）。多半是磁盘满了或坏了，请检查服务器的磁盘空间",
                $"{count} clicks could not be kept (members were sent on all the same). Most likely the disk is full or at fault: check the server's disk")),
            cancellationToken).ConfigureAwait(false);
    }
}
