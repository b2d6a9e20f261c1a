using DealBot.Networks.Wire;

namespace DealBot.Networks.Taobao;

/// <summary>Calls TOP for one account.</summary>
internal sealed class TaobaoClient(TaobaoOptions options, TaobaoAccount account, ITaobaoGateway gateway, WireClient wire, TimeProvider clock)
{
    /// <inheritdoc cref="WireClient.CallAsync" />
    public Task<WireReply> CallAsync(TaobaoRequest request, CancellationToken cancellationToken) => wire.CallAsync(
        request.Method,
        token => gateway.CallAsync(options.Gateway, request.Sign(account, options.SignMethod, clock.GetUtcNow()), token),
        TaobaoEnvelope.Read,
        cancellationToken);
}
