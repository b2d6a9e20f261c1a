using DealBot.Networks.Wire;

namespace DealBot.Networks.Jd;

/// <summary>Calls JD Union for one account.</summary>
internal sealed class JdClient(JdOptions options, JdAccount account, IJdGateway gateway, WireClient wire, TimeProvider clock)
{
    /// <inheritdoc cref="WireClient.CallAsync" />
    public Task<WireReply> CallAsync(JdRequest request, CancellationToken cancellationToken) => wire.CallAsync(
        request.Method, token => gateway.CallAsync(options.Gateway, request.Sign(account, clock.GetUtcNow()), token), JdEnvelope.Read, cancellationToken);
}
