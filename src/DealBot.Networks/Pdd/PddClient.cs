using DealBot.Networks.Wire;

namespace DealBot.Networks.Pdd;

/// <summary>Calls Pinduoduo for one account.</summary>
internal sealed class PddClient(PddOptions options, PddAccount account, IPddGateway gateway, WireClient wire, TimeProvider clock)
{
    /// <inheritdoc cref="WireClient.CallAsync" />
    public Task<WireReply> CallAsync(PddRequest request, CancellationToken cancellationToken) => wire.CallAsync(
        request.Method, token => gateway.CallAsync(options.Gateway, request.Sign(account, clock.GetUtcNow()), token), PddEnvelope.Read, cancellationToken);

    /// <summary>The object that holds what was asked for.</summary>
    /// <exception cref="Contracts.NetworkException">Pinduoduo refused, or nothing came.</exception>
    public async Task<WireNode> AskAsync(PddRequest request, CancellationToken cancellationToken) =>
        PddErrors.All.Demand(await CallAsync(request, cancellationToken), request.Method).Result;
}
