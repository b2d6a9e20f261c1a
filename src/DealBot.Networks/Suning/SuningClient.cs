using System.Text;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Suning;

/// <summary>Calls Suning's open platform for one account.</summary>
internal sealed class SuningClient(SuningOptions options, SuningAccount account, ISuningGateway gateway, WireClient wire, TimeProvider clock)
{
    /// <inheritdoc cref="WireClient.CallAsync" />
    public Task<WireReply> CallAsync(SuningRequest request, CancellationToken cancellationToken) =>
        wire.CallAsync(request.Method.Name, token => SendAsync(request, token), SuningEnvelope.Read, cancellationToken);

    private async Task<RestEase.Response<string>> SendAsync(SuningRequest request, CancellationToken cancellationToken)
    {
        var (method, time) = (request.Method.Name, BeijingTime.Write(clock.GetUtcNow()));
        var signature = SuningSignature.Sign(method, time, account.AppKey, SuningRequest.Version, request.Body, account.AppSecret);
        using var body = new StringContent(request.Body, Encoding.UTF8, "application/json");
        return await gateway.CallAsync(
            options.Gateway.TrimEnd('/'), method, method, time, account.AppKey, SuningRequest.Version, signature, body, cancellationToken);
    }
}
