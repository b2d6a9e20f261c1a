using System.Runtime.CompilerServices;
using DealBot.Contracts;

namespace DealBot.Core.Links;

/// <summary>
/// One account of a network as everything else sees it. Its client, DealBot's own or a plugin's, promises to throw nothing but
/// <see cref="NetworkException"/>; a mistake in one that throws something else must not end the turn of all the others. This is the supervised
/// edge to networks: whatever comes is on record here and goes on as a fault that callers know what to do with.
/// </summary>
public sealed class SupervisedNetwork(IAffiliateNetwork inner, NetworkFaults faults) : IAffiliateNetwork, IItemLinks
{
    public string Name => inner.Name;

    public string Account => inner.Account;

    public NetworkLimits Limits => inner.Limits;

    public IReadOnlyList<string> Positions => inner.Positions;

    public string? GeneralPosition => Ask(nameof(GeneralPosition), () => inner.GeneralPosition);

    public IReadOnlyList<string> ItemsIn(string text) => inner is IItemLinks links ? Ask(nameof(ItemsIn), () => links.ItemsIn(text)) ?? [] : [];

    public OrderUpdate? ReadOrder(string raw, DateTimeOffset changedBy) => Ask(nameof(ReadOrder), () => inner.ReadOrder(raw, changedBy));

    public async IAsyncEnumerable<Deal> ListDealsAsync(DealQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var deal in EachAsync(nameof(ListDealsAsync), token => inner.ListDealsAsync(query, token), cancellationToken).ConfigureAwait(false))
        {
            // Kept, it would be read again with all others, and keep them from being read.
            if (IsWhole(deal))
            {
                yield return deal;
            }
            else
            {
                _ = faults.Caught(inner, nameof(ListDealsAsync), NotWhole());
            }
        }
    }

    public IAsyncEnumerable<OrderReport> PullOrdersAsync(OrderWindow window, CancellationToken cancellationToken) =>
        EachAsync(nameof(PullOrdersAsync), token => inner.PullOrdersAsync(window, token), cancellationToken);

    public Task<DealCheck> RecheckAsync(Deal deal, CancellationToken cancellationToken) =>
        CallAsync(
            nameof(RecheckAsync),
            async token =>
            {
                var check = await inner.RecheckAsync(deal, token).ConfigureAwait(false);
                return check is DealCheck.Found { Deal: var found } && !IsWhole(found) ? throw NotWhole() : check;
            },
            cancellationToken);

    public Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken) =>
        CallAsync(nameof(ConvertAsync), token => inner.ConvertAsync(request, token), cancellationToken);

    public async Task<IReadOnlyList<AccountFault>> TestAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(nameof(TestAsync), inner.TestAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (NetworkException exception)
        {
            return [new AccountFault(null, exception.Reason)];
        }
    }

    private T? Ask<T>(string member, Func<T?> ask)
        where T : class
    {
        try
        {
            return ask();
        }
        catch (Exception exception)
        {
            // These make no call and may not throw at all.
            _ = faults.Caught(inner, member, exception);
            return null;
        }
    }

    private async Task<T> CallAsync<T>(string member, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await call(cancellationToken).ConfigureAwait(false) ?? throw new InvalidOperationException("The client gave no result.");
        }
        catch (Exception exception) when (IsUnforeseen(exception, cancellationToken))
        {
            throw faults.Caught(inner, member, exception);
        }
    }

    private async IAsyncEnumerable<T> EachAsync<T>(
        string member, Func<CancellationToken, IAsyncEnumerable<T>> list, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = Begin();
        try
        {
            while (await MoveNextAsync().ConfigureAwait(false))
            {
                yield return items.Current;
            }
        }
        finally
        {
            await EndAsync().ConfigureAwait(false);
        }

        IAsyncEnumerator<T> Begin()
        {
            try
            {
                return list(cancellationToken).GetAsyncEnumerator(cancellationToken);
            }
            catch (Exception exception) when (IsUnforeseen(exception, cancellationToken))
            {
                throw faults.Caught(inner, member, exception);
            }
        }

        async ValueTask<bool> MoveNextAsync()
        {
            try
            {
                return await items.MoveNextAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (IsUnforeseen(exception, cancellationToken))
            {
                throw faults.Caught(inner, member, exception);
            }
        }

        async ValueTask EndAsync()
        {
            try
            {
                await items.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (IsUnforeseen(exception, cancellationToken))
            {
                // What came is none the worse for it.
                _ = faults.Caught(inner, member, exception);
            }
        }
    }

    /// <summary>Whether all is there that the contract promises; a client that fills it from answers may promise more than came.</summary>
    private static bool IsWhole(Deal? deal) => deal is { Key: { Network: not null, ItemId: not null }, Title: not null, Category: not null, MaterialUrl: not null };

    private static InvalidOperationException NotWhole() => new("The client gave a deal without its id, title, category or address.");

    /// <summary>A client that gives up by itself, though nobody told it to, is as unforeseen as any other mistake.</summary>
    private static bool IsUnforeseen(Exception exception, CancellationToken cancellationToken) =>
        exception is not NetworkException && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested);
}
