using System.Net;

namespace DealBot.Adapters.Wire.Grpc;

/// <summary>The answer to a call that has one message each way.</summary>
/// <param name="Http">HTTP status; 200 whatever the service says.</param>
/// <param name="Status">How the call ended; null if what came is not gRPC's, or is more or less than one answer.</param>
/// <param name="Message">The message; empty unless the call succeeded.</param>
internal sealed record GrpcAnswer(HttpStatusCode Http, GrpcStatus? Status, ReadOnlyMemory<byte> Message)
{
    private const string MediaType = "application/grpc";

    public static async Task<GrpcAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!IsGrpc(response))
            return new GrpcAnswer(response.StatusCode, null, default);

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var first = await GrpcFrames.ReadAsync(body, cancellationToken);
        var isOne = first is null || await GrpcFrames.ReadAsync(body, cancellationToken) is null;
        return GrpcStatus.Of(response) is { } status && isOne && (!status.IsOk || first is not null)
            ? new GrpcAnswer(response.StatusCode, status, first)
            : new GrpcAnswer(response.StatusCode, null, default);
    }

    public static bool IsGrpc(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.OK
        && response.Content.Headers.ContentType?.MediaType?.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase) == true;
}
