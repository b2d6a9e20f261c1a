using System.Text;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Vip;

/// <summary>Calls Vipshop's open platform for one account.</summary>
internal sealed class VipClient(VipOptions options, VipAccount account, IVipGateway gateway, WireClient wire, TimeProvider clock)
{
    /// <inheritdoc cref="WireClient.CallAsync" />
    public Task<WireReply> CallAsync(VipRequest request, CancellationToken cancellationToken) =>
        wire.CallAsync(request.Method.Name, token => SendAsync(request, token), VipEnvelope.Read, cancellationToken);

    private async Task<RestEase.Response<string>> SendAsync(VipRequest request, CancellationToken cancellationToken)
    {
        using var body = new StringContent(request.Body, Encoding.UTF8, "application/json");
        return await gateway.CallAsync(options.Gateway, request.Sign(account, clock.GetUtcNow()), body, cancellationToken);
    }
}
