using System.ComponentModel;

namespace DealBot.Host.Settings;

/// <summary>How the service shows itself to those who watch it.</summary>
public sealed record TelemetryOptions
{
    [Description("把指标按 OTLP 发到哪里，例如 http://127.0.0.1:4318；不填就看环境变量 OTEL_EXPORTER_OTLP_ENDPOINT，都没有就不发")]
    public Uri? OtlpEndpoint { get; init; }

    [Description("OTLP 的传输方式：http（端口通常 4318）或 grpc（端口通常 4317）")]
    public OtlpTransport OtlpProtocol { get; init; } = OtlpTransport.Http;

    [Description("每隔多少秒发一次指标，1 到 3600")]
    public int Seconds { get; init; } = 60;

    [Description("从别的机器看 /readyz 详情时要带的令牌（Authorization: Bearer …），至少 16 个字符；不填则只有本机看得到详情")]
    public string? HealthToken { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{nameof(TelemetryOptions)} {{ OtlpEndpoint = {OtlpEndpoint}, HealthToken = *** }}";
}

/// <summary>How OTLP travels.</summary>
public enum OtlpTransport
{
    /// <summary>Protobuf over HTTP.</summary>
    Http,

    /// <summary>gRPC.</summary>
    Grpc,
}
