using System.Collections.Concurrent;
using DealBot.Contracts;

namespace DealBot.Host.Commands;

/// <summary>
/// Tries addresses without posting, side by side. Each adapter has places and time of its own, and an answer that does not come in time is a
/// fault like another: one platform that hangs neither stops the others nor keeps the reader waiting.
/// </summary>
internal sealed class AddressProbe(IReadOnlyDictionary<string, IMessagingAdapter> adapters, TimeProvider time)
{
    /// <summary>How many addresses of an adapter are tried at once: platforms count questions as well.</summary>
    public int Places { get; init; } = 8;

    /// <summary>How long one address may take.</summary>
    public TimeSpan EachAddress { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long all addresses of an adapter may take together.</summary>
    public TimeSpan EachAdapter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What is known of each address.</summary>
    public async Task<IReadOnlyDictionary<(string Adapter, string Address), AddressReport>> RunAsync(
        IEnumerable<(string Adapter, string Address)> addresses, CancellationToken cancellationToken)
    {
        var reports = new ConcurrentDictionary<(string, string), AddressReport>();
        await Task.WhenAll(addresses.Distinct().GroupBy(it => it.Adapter, it => it.Address)
            .Select(adapter => RunAsync(adapter.Key, [.. adapter], reports, cancellationToken)));
        return reports;
    }

    private async Task RunAsync(
        string adapter, IReadOnlyList<string> addresses, ConcurrentDictionary<(string, string), AddressReport> reports, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(EachAdapter, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var places = new SemaphoreSlim(Places);
        await Task.WhenAll(addresses.Select(async address =>
        {
            if (!await WaitAsync(places, over.Token))
            {
                reports[(adapter, address)] = NotAsked();
                return;
            }

            // A place that came free as the time ran out is no use any more.
            reports[(adapter, address)] = over.IsCancellationRequested ? NotAsked() : await TestAsync(adapters[adapter], address, over.Token);
            places.Release();
        }));
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static async Task<bool> WaitAsync(SemaphoreSlim places, CancellationToken over)
    {
        try
        {
            await places.WaitAsync(over);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<AddressReport> TestAsync(IMessagingAdapter adapter, string address, CancellationToken over)
    {
        using var patience = new CancellationTokenSource(EachAddress, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, over);
        try
        {
            // An adapter may not look at the token at all.
            return await Task.Run(() => adapter.TestAsync(address, end.Token), end.Token).WaitAsync(end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return NoAnswer();
        }
        catch (Exception exception)
        {
            // The supervised edge to adapters: whatever is wrong with one, the others are tested.
            return Failed(new Phrase($"适配器出错：{exception.GetType().Name}", $"the adapter threw {exception.GetType().Name}"));
        }
    }

    private AddressReport NoAnswer() => Failed(new Phrase(
        $"{EachAddress.TotalSeconds:0} 秒内没有答复，请检查网络和平台地址", $"no answer within {EachAddress.TotalSeconds:0} seconds; check the network and the platform's address"));

    private AddressReport NotAsked() => Failed(new Phrase(
        $"没有测：同一适配器的其他地址用完了 {EachAdapter.TotalSeconds:0} 秒", $"not tried: other addresses of the adapter took all of {EachAdapter.TotalSeconds:0} seconds"));

    private static AddressReport Failed(Phrase reason) => AddressReport.Failed(new AccountFault(null, reason));
}
