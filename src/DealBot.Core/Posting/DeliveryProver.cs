using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Posting;

/// <summary>Asks the adapter of an unknown message whether it arrived.</summary>
public sealed class DeliveryProver(IReadOnlyDictionary<string, IMessagingAdapter> adapters, PictureFiles pictures, ILogger<DeliveryProver> logger)
{
    private static readonly DeliveryProof Unknowable = new DeliveryProof.Unknowable();

    public async Task<DeliveryProof> ProveAsync(UnknownPost post, CancellationToken cancellationToken)
    {
        if (!adapters.TryGetValue(post.Adapter, out var adapter) || adapter is not IDeliveryProof prover)
        {
            return Unknowable;
        }

        try
        {
            return await prover.ProveAsync(new SendRequest($"{post.PostId}.{post.Index}", post.Address, post.Message.Open(pictures)), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The supervised edge to adapters: one that can't answer proves nothing.
            logger.ProofFailed(exception, post.Adapter, post.PostId);
            return Unknowable;
        }
    }
}
