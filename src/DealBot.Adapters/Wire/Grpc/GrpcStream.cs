using System.Runtime.CompilerServices;

namespace DealBot.Adapters.Wire.Grpc;

/// <summary>The answer to a call that has many messages, as they come.</summary>
internal sealed class GrpcStream(HttpResponseMessage response)
{
    /// <summary>How it ended; null while it has not, if it broke off, or if what came is not gRPC's.</summary>
    public GrpcStatus? Status { get; private set; }

    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="HttpRequestException">The connection broke.</exception>
    public async IAsyncEnumerable<byte[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!GrpcAnswer.IsGrpc(response))
            yield break;

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        while (await GrpcFrames.ReadAsync(body, cancellationToken) is { } message)
            yield return message;

        Status = GrpcStatus.Of(response);
    }
}
