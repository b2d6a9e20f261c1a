using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DealBot.Host.Tests.Telemetry;

/// <summary>A collector that speaks OTLP over HTTP and reads of the protobuf as much as tests ask: names, attributes, and one number a point.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OtlpReceiver(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The latest number of each point, by <c>name{key=value,…}</c>; of a histogram how many values it holds.</summary>
    public ConcurrentDictionary<string, double> Points { get; } = new();

    public Task FirstAsync() => _first.Task.WaitAsync(TimeSpan.FromSeconds(120));

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new OtlpReceiver(app);
        app.MapPost("/v1/metrics", receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    // ExportMetricsServiceRequest.resource_metrics 1 → scope_metrics 2 → metrics 2 → name 1; gauge 5, sum 7, histogram 9 → data_points 1. A point
    // has its attributes in 7, one of a histogram in 9 and its count in 4.
    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        foreach (var metric in Fields(body.ToArray(), 1).SelectMany(resource => Fields(resource, 2)).SelectMany(scope => Fields(scope, 2)))
        {
            var name = Encoding.UTF8.GetString(Fields(metric, 1).Single());
            foreach (var point in new[] { 5, 7 }.SelectMany(kind => Fields(metric, kind)).SelectMany(data => Fields(data, 1)))
            {
                Points[name + Attributes(Fields(point, 7))] = Number(point);
            }

            foreach (var point in Fields(metric, 9).SelectMany(data => Fields(data, 1)))
            {
                Points[name + Attributes(Fields(point, 9))] = BinaryPrimitives.ReadInt64LittleEndian(Fields(point, 4).Single());
            }
        }

        context.Response.ContentType = "application/x-protobuf";
        _first.TrySetResult();
    }

    // A pair: key 1, value 2 → string_value 1
    private static string Attributes(List<byte[]> pairs) => $"{{{string.Join(',', pairs
        .Select(pair => $"{Encoding.UTF8.GetString(Fields(pair, 1).Single())}={Encoding.UTF8.GetString(Fields(Fields(pair, 2).Single(), 1).Single())}")
        .Order(StringComparer.Ordinal))}}}";

    // as_double 4, as_int 6, both fixed 64
    private static double Number(byte[] point) => Fields(point, 6) is [var integer]
        ? BinaryPrimitives.ReadInt64LittleEndian(integer)
        : BinaryPrimitives.ReadDoubleLittleEndian(Fields(point, 4).Single());

    private static List<byte[]> Fields(byte[] message, int number)
    {
        var found = new List<byte[]>();
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            var length = (int)(key & 7) switch
            {
                0 => VarintLength(message, at),
                1 => 8,
                2 => (int)Varint(message, ref at),
                5 => 4,
                var wire => throw new InvalidDataException($"wire type {wire}"),
            };
            if ((int)(key >> 3) == number)
            {
                found.Add(message[at..(at + length)]);
            }

            at += length;
        }

        return found;
    }

    private static int VarintLength(byte[] message, int at)
    {
        var start = at;
        Varint(message, ref at);
        return at - start;
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
