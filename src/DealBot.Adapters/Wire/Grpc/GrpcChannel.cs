using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace DealBot.Adapters.Wire.Grpc;

/// <summary>Calls of one service: gRPC over HTTP/2 as github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md describes it, without compression.</summary>
/// <param name="http">The client to call with.</param>
/// <param name="service">Address of the service, with its name and a slash at the end.</param>
/// <param name="authorization">Who calls; a secret.</param>
/// <param name="serverName">The name that the server's certificate is for, where it is not the one in the address.</param>
internal sealed class GrpcChannel(HttpClient http, Uri service, AuthenticationHeaderValue authorization, string? serverName)
{
    public static WatchedContent Content(IMessage message)
    {
        var body = new ByteArrayContent(GrpcFrames.Write(message.ToByteArray()));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        return WatchedContent.Of(body);
    }

    /// <summary>Makes a call and returns as soon as the answer begins.</summary>
    /// <param name="method">Name of the call.</param>
    /// <param name="body">The message, from <see cref="Content"/>.</param>
    /// <param name="deadline">After how long the service should give up too; null for never.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<HttpResponseMessage> CallAsync(string method, WatchedContent body, TimeSpan? deadline, CancellationToken cancellationToken)
    {
        // The body belongs to the caller, and nothing else of a request needs disposing.
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service, method))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = body,
        };
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        request.Headers.Authorization = authorization;
        request.Headers.Host = serverName;
        if (deadline is { } time)
            request.Headers.Add("grpc-timeout", $"{((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)}m");

        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}
