using System.Text.Json;
using DealBot.Contracts;

namespace Webhook;

/// <summary>The options, as the schema in plugin.json describes them.</summary>
public sealed record WebhookOptions
{
    /// <summary>Where posts go, by the name that groups use as their address.</summary>
    public IReadOnlyDictionary<string, WebhookTarget> Targets { get; init; } = new Dictionary<string, WebhookTarget>();

    /// <summary>How long one call may take.</summary>
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>Reads what the schema has passed.</summary>
    public static WebhookOptions Read(JsonElement options) => options.Deserialize<WebhookOptions>(JsonSerializerOptions.Web)!;

    /// <summary>What the schema can't say.</summary>
    public IEnumerable<OptionFault> FindFaults() => Targets
        .Where(target => !IsGood(target.Value.Url))
        .Select(target => new OptionFault(
            $"targets.{target.Key}.url",
            Value: null,
            new Phrase("不是可用的网址", "not an address that can be used"),
            new Phrase("以 https:// 开头（http 只用于本机）", "one that begins with https:// (http only for this machine)")));

    private static bool IsGood(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
