using DealBot.Host.Settings;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace DealBot.Host.Telemetry;

/// <summary>Sends the metrics on, if the settings or the environment say where to.</summary>
public static class OtlpExport
{
    private const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string MetricsPath = "v1/metrics";

    /// <summary>Whether metrics go anywhere.</summary>
    public static bool IsOn(TelemetryOptions options) => EndpointOf(options) is not null;

    /// <summary>Starts to export; null if it is off. Ends, with a last export, when disposed of.</summary>
    public static MeterProvider? Start(TelemetryOptions options)
    {
        if (EndpointOf(options) is not { } endpoint)
        {
            return null;
        }

        return Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService("dealbot", serviceVersion: typeof(OtlpExport).Assembly.GetName().Version?.ToString(3)))
            .AddMeter(DealBotMeter.Name)
            .AddOtlpExporter((exporter, reader) =>
            {
                exporter.Protocol = options.OtlpProtocol == OtlpTransport.Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
                exporter.Endpoint = options.OtlpProtocol == OtlpTransport.Grpc ? endpoint : WithPath(endpoint);
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = options.Seconds * 1000;
            })
            .Build();
    }

    private static Uri? EndpointOf(TelemetryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.OtlpEndpoint ?? (Uri.TryCreate(Environment.GetEnvironmentVariable(Variable), UriKind.Absolute, out var found) ? found : null);
    }

    /// <summary>By the standard the address of a collector is a base; the path of the metrics is added to it.</summary>
    private static Uri WithPath(Uri endpoint) => endpoint.AbsolutePath.EndsWith(MetricsPath, StringComparison.Ordinal)
        ? endpoint
        : new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/{MetricsPath}");
}
