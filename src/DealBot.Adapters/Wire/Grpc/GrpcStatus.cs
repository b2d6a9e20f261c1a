using System.Globalization;
using System.Net.Http.Headers;

namespace DealBot.Adapters.Wire.Grpc;

/// <summary>How the service says that a call ended.</summary>
/// <param name="Code">The code; others than those named occur.</param>
/// <param name="Message">The service's own words. They may hold a token or lines of its source, so nobody is shown them.</param>
internal sealed record GrpcStatus(GrpcCode Code, string Message)
{
    private const string CodeHeader = "grpc-status";
    private const string MessageHeader = "grpc-message";

    public bool IsOk => Code == GrpcCode.Ok;

    /// <summary>The status of an answer whose body has been read to its end; null if it has none, so that its end is missing or it is no gRPC.</summary>
    public static GrpcStatus? Of(HttpResponseMessage response) => From(response.TrailingHeaders) ?? From(response.Headers);

    // An answer without a body carries its status among the headers.
    private static GrpcStatus? From(HttpResponseHeaders headers) =>
        First(headers, CodeHeader) is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? new GrpcStatus((GrpcCode)code, Uri.UnescapeDataString(First(headers, MessageHeader) ?? ""))
            : null;

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
